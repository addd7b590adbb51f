import { canonical } from './canonical.ts'
import type { Json, Operation } from '../core/types.ts'

/** One operation in plain words: `c1's write of "no nuts" to "table 3" (500 to 512 ms)`. */
export function inWords(operation: Operation): string {
  const { client, call, return: end, output } = operation
  const args = operation.input as { readonly [name: string]: Json } | null
  const named = typeof args === 'object' && args !== null && !Array.isArray(args)
  const given = named ? [args['value'] ?? args['by'], args['key']] : [args, undefined]
  const what = given[0] === undefined || given[0] === null ? '' : ` of ${canonical(given[0])}`
  const where =
    given[1] === undefined ? '' : ` ${operation.do === 'write' ? 'to' : 'at'} ${canonical(given[1])}`
  const answer = end === null ? 'never answered' : answerInWords(output)
  const time = end === null ? `from ${call} ms` : `${call} to ${end} ms`
  return `${client}'s ${operation.do}${what}${where} (${time}${answer === '' ? '' : `, ${answer}`})`
}

/** The databases here answer `{value}` or `{ok}`. The text names the value, and says nothing of a plain "ok". */
function answerInWords(output: Json | undefined): string {
  if (output === undefined || output === true) return ''
  if (typeof output === 'object' && output !== null && !Array.isArray(output)) {
    const [first, ...others] = Object.entries(output)
    if (others.length === 0 && first?.[0] === 'ok' && first[1] === true) return ''
    if (others.length === 0 && first?.[0] === 'value')
      return first[1] === null ? 'found nothing' : `answered ${canonical(first[1]!)}`
  }
  return `answered ${canonical(output)}`
}

/** `1 operation`, `2 operations`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
