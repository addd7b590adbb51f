import type { Json, Operation, Run } from './types.ts'

/**
 * What the client of one operation was told, in a word or two, so that a cell can print or compare it:
 * - a read: the value (a text as it is, anything else as JSON), or 'nothing' when there's no such row
 * - a write, a delete or another request that was carried out: 'acknowledged'
 * - a request that the system turned down, such as one whose level can't be met: 'refused'
 * - no answer before the client gave up, or before the plan ended: 'timed out'. The outcome is unknown: the request may
 *   have been carried out, or may still be.
 *
 * `id` is the operation's name in the plan ('write 1', 'read 2', or what `.named()` gave it); without it, the operation
 * that was called last. Throws a RangeError, naming the operations there are, when the run has no such operation.
 */
export function answer(run: Run, id?: string): string {
  const { history } = run
  const operation = id === undefined ? history.at(-1) : history.find((one) => one.id === id)
  if (operation === undefined) throw new RangeError(unknown(history, id))
  return told(operation)
}

function told({ output, return: end }: Operation): string {
  if (output === undefined || end === null) return 'timed out'
  const { error, value } = fields(output)
  if (error !== undefined) return error === 'timeout' ? 'timed out' : 'refused'
  if (value === undefined) return 'acknowledged'
  if (value === null) return 'nothing'
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function fields(output: Json): { readonly [name: string]: Json | undefined } {
  return typeof output === 'object' && output !== null && !Array.isArray(output)
    ? (output as { readonly [name: string]: Json })
    : {}
}

function unknown(history: readonly Operation[], id: string | undefined): string {
  const known = history.flatMap((one) => (one.id === undefined ? [] : [`'${one.id}'`])).join(', ')
  const asked = id === undefined ? 'an operation' : `an operation called '${id}'`
  return `expected ${asked}; this run has ${known === '' ? 'none' : known}`
}
