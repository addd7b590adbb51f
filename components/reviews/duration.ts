const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How long a card rests, as a button says it: "10 min", "3 days", "2 months". */
export function restText(ms: number): string {
  if (ms < hour) return `${Math.max(1, Math.round(ms / minute))} min`
  if (ms < day) return many(Math.round(ms / hour), 'hour')
  if (ms < 60 * day) return many(Math.round(ms / day), 'day')
  if (ms < 730 * day) return many(Math.round(ms / (30.4 * day)), 'month')
  return many(Math.round(ms / (365 * day)), 'year')
}

/** A count with its noun; `plural` where an s isn't enough. */
export const many = (count: number, noun: string, plural = `${noun}s`): string =>
  `${count} ${count === 1 ? noun : plural}`
