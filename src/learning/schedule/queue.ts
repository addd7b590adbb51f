import { dayOf, dueAt } from './schedule.ts'
import type { Standing } from './schedule.ts'

/** A card as the queue sees it. */
export interface Candidate {
  readonly key: string
  /** Cards of one idea rest for the day once one of them was asked: the second would be answered by the first. */
  readonly idea: string
  readonly lesson: string
  readonly standing: Standing | undefined
  /** A question on the card's section was missed: the card is due at once. */
  readonly isMissed: boolean
}

/** What a reader allows a day to hold. */
export interface Caps {
  readonly newCards: number
  readonly reviews: number
}

/** How many cards a day, until the reader chooses. */
export const usualCaps: Caps = { newCards: 10, reviews: 100 }

/** Seconds that a card takes, until the reader's own pace is known. */
export const secondsACard = 9

/** The clock of a queue: the time now, and the minutes by which the reader's midnight is off (as `getTimezoneOffset`). */
export interface Clock {
  readonly now: number
  readonly offsetMinutes: number
}

/** What today holds. */
export interface Queue {
  /** Keys in the order in which they're asked. */
  readonly ask: readonly string[]
  readonly due: number
  readonly fresh: number
  /** Cards that are due but past today's cap. */
  readonly waiting: number
}

/**
 * Today's cards: missed ones first, then what is due, longest overdue first, then new ones, all within the caps of a
 * day and what of it was used (`doneToday`). Of one idea only one card is asked.
 */
export function queueOf(
  candidates: readonly Candidate[],
  { now, offsetMinutes }: Clock,
  caps: Caps,
  doneToday: { readonly newCards: number; readonly reviews: number },
): Queue {
  const today = dayOf(now, offsetMinutes)
  const isDue = ({ standing, isMissed }: Candidate): boolean =>
    isMissed || (standing !== undefined && isDueOn(standing, now, today, offsetMinutes))
  const due = candidates.filter(isDue).sort((one, other) => urgency(other, now) - urgency(one, now))
  const fresh = candidates.filter((one) => one.standing === undefined && !one.isMissed)
  const room = Math.max(0, caps.reviews - doneToday.reviews)
  const seen = new Set<string>()
  const once = ({ idea }: Candidate): boolean => !seen.has(idea) && Boolean(seen.add(idea))
  const asked = due.filter(once).slice(0, room)
  const added = fresh.filter(once).slice(0, Math.max(0, caps.newCards - doneToday.newCards))
  return {
    ask: [...asked, ...added].map(({ key }) => key),
    due: asked.length,
    fresh: added.length,
    waiting: due.length - asked.length,
  }
}

/** A known card is due on its day, whatever the hour; one in learning is due at its minute. */
function isDueOn(standing: Standing, now: number, today: number, offsetMinutes: number): boolean {
  const at = dueAt(standing, now)
  return standing.phase === 'known' ? dayOf(at, offsetMinutes) <= today : at <= now
}

const urgency = ({ standing, isMissed }: Candidate, now: number): number =>
  isMissed ? Number.MAX_SAFE_INTEGER : now - (standing ? dueAt(standing, now) : now)

/** How many known cards fall due on each of the next `days` days; what is overdue counts on the first. */
export function forecast(
  standings: readonly Standing[],
  { now, offsetMinutes }: Clock,
  days: number,
): readonly number[] {
  const today = dayOf(now, offsetMinutes)
  const counts = Array.from({ length: days }, () => 0)
  for (const standing of standings) {
    const day = Math.max(0, dayOf(dueAt(standing, now), offsetMinutes) - today)
    if (day < days) counts[day]! += 1
  }
  return counts
}

/** A backlog as days of equal work. */
export interface Spread {
  readonly minutesADay: number
  readonly days: number
}

/**
 * How to work off `due` cards at `seconds` a card, in at most `minutesADay` minutes a day: no number to be ashamed of,
 * but a plan. At most one day where it all fits.
 */
export function spread(due: number, seconds: number, minutesADay: number): Spread {
  const minutes = Math.ceil((due * seconds) / 60)
  const days = Math.max(1, Math.ceil(minutes / minutesADay))
  return { days, minutesADay: Math.ceil(minutes / days) }
}
