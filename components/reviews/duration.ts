import { counted } from '#text/numbers.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How long a card rests, as a button says it: "10 min", "3 days", "2 months". */
export function restText(ms: number): string {
  if (ms < hour) return `${Math.max(1, Math.round(ms / minute))} min`
  if (ms < day) return counted(Math.round(ms / hour), 'hour')
  if (ms < 60 * day) return counted(Math.round(ms / day), 'day')
  if (ms < 730 * day) return counted(Math.round(ms / (30.4 * day)), 'month')
  return counted(Math.round(ms / (365 * day)), 'year')
}
