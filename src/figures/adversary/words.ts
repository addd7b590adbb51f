import type { Clock, Json, Operation } from '#engine'
import { counted, grouped } from '#figures/quantity.ts'
import type { Entry } from '#figures/search/protocol.ts'

/** A client as the story calls it: c2 is waiter c2, named as the picture of the run names it. Another name stays. */
export function waiter(client: string): string {
  return /^c\d+$/.test(client) ? `waiter ${client}` : client
}

/** What an entry of a plan does, in words: "waiter c2 writes “v11” through C". */
export function entryInWords(entry: Entry): string {
  if ('client' in entry) {
    const where = entry.coordinator === undefined ? '' : ` through ${entry.coordinator}`
    const value = valueOf(entry.args)
    return entry.do === 'write'
      ? `${waiter(entry.client)} writes ${value}${where}`
      : `${waiter(entry.client)} reads table 3${where}`
  }
  switch (entry.do) {
    case 'crash':
      return `${entry.node} crashes`
    case 'restart':
      return `${entry.node} starts again`
    case 'pause':
      return `${entry.node} is paused`
    case 'resume':
      return `${entry.node} resumes`
    case 'clock':
      return `${waiter(entry.of)}’s clock is set ${clockInWords(entry.clock)}`
    case 'cut':
    case 'mend':
      return lineInWords(entry.do, entry.from, entry.to, entry.oneWay === true)
    case 'drop':
      return `a message is lost: ${entry.message}`
    case 'hold':
      return `a message is delayed by ${grouped(entry.byMs ?? 0)} ms: ${entry.message}`
    case 'duplicate':
      return `a message arrives twice: ${entry.message}`
  }
}

function lineInWords(
  what: 'cut' | 'mend',
  from: readonly string[],
  to: readonly string[],
  oneWay: boolean,
): string {
  if (from.length === 0 || to.length === 0) return 'all links heal'
  const ends = `${from.join(' and ')} to ${to.join(' and ')}`
  return `the link from ${ends} ${what === 'cut' ? 'is cut' : 'heals'}${oneWay ? ', this way only' : ''}`
}

function clockInWords({ offsetMs }: Clock): string {
  if (offsetMs === 0) return 'right'
  return `${counted(Math.abs(offsetMs), 'ms', 'ms')} ${offsetMs < 0 ? 'slow' : 'fast'}`
}

function valueOf(args: Json): string {
  const value = (args as { readonly value?: Json } | null)?.value
  return typeof value === 'string' ? `“${value}”` : JSON.stringify(value)
}

/** What a waiter was told: "acknowledged at 12 ms", "told “v4” at 1,012 ms", "told: nothing there". */
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
    ? `told ${at}: nothing there`
    : `told ${at}: ${valueOf(answer as Json)}`
}
