import type { Json, Operation } from '#engine'
import { entryText } from '#outline/entry-text.ts'
import { grouped } from '#figures/quantity.ts'
import type { Entry } from '#figures/search/protocol.ts'

/** A client as the story calls it: c2 is waiter c2, named as the picture of the run names it. Another name stays. */
export function waiter(client: string): string {
  return /^c\d+$/.test(client) ? `waiter ${client}` : client
}

/** An entry of a plan in the words of the story: “waiter c2 writes “v11” through C”. */
export function entryInWords(entry: Entry): string {
  return entryText(entry, {
    client: waiter,
    request({ client, do: what, args, coordinator }) {
      const where = coordinator === undefined ? '' : ` through ${coordinator}`
      return what === 'write'
        ? `${waiter(client)} writes ${valueOf(args)}${where}`
        : `${waiter(client)} reads table 3${where}`
    },
  })
}

function valueOf(args: Json): string {
  const value = (args as { readonly value?: Json } | null)?.value
  return typeof value === 'string' ? `“${value}”` : JSON.stringify(value)
}

/** What a waiter was told: "acknowledged at 12 ms", "answered at 1,012 ms: “v4”", "answered at 9 ms: no such row". */
export function answerInWords({ do: what, output, return: end }: Operation): string {
  if (end === null) return 'never answered'
  const answer = (typeof output === 'object' && output !== null ? output : {}) as {
    readonly value?: Json
    readonly error?: Json
  }
  const at = `at ${grouped(end)} ms`
  if (answer.error !== undefined) return `refused ${at}`
  if (what !== 'read') return `acknowledged ${at}`
  return answer.value === null || answer.value === undefined
    ? `answered ${at}: no such row`
    : `answered ${at}: ${valueOf(answer as Json)}`
}
