import type { LearningEvent } from '../event.ts'
import { candidatesOf, doneOn, isGradedOn } from '../reviews.ts'
import type { Askable, Reviews } from '../reviews.ts'
import { queueOf, secondsACard, spread } from '../schedule/queue.ts'
import type { Clock, Queue, Spread } from '../schedule/queue.ts'
import { dueAt, reviewed } from '../schedule/schedule.ts'

/** A card in learning that's due within this time is asked at once when nothing else is left. */
const aheadMs = 20 * 60_000

/**
 * Today's queue: what is due, what is new, and what waits. A backlog that takes more than the minutes that the reader
 * gives a day is spread: today holds one day's share of it, and new cards wait until it's gone.
 */
export function todayOf(
  reviews: Reviews,
  cards: readonly Askable[],
  missed: ReadonlySet<string>,
  clock: Clock,
): Queue {
  const asked = ideasToday(reviews, cards, clock)
  const candidates = candidatesOf(reviews, cards, missed, clock).filter(
    ({ idea, key }) => asked.get(idea)?.has(key) ?? true,
  )
  const done = doneOn(reviews, clock)
  const whole = queueOf(candidates, clock, reviews.caps, done)
  const share = Math.max(1, Math.floor((reviews.minutesADay * 60) / secondsACard))
  if (whole.due + whole.waiting + done.reviews <= share) return whole
  const room = Math.max(0, Math.min(share, reviews.caps.reviews) - done.reviews)
  const ask = whole.ask.slice(0, Math.min(room, whole.due))
  return { ask, due: ask.length, fresh: 0, waiting: whole.due + whole.waiting - ask.length }
}

/** How what is due and what waits is spread over days, this one the first; undefined where it all fits into one. */
export function backlogOf({ due, waiting }: Queue, { caps, minutesADay }: Reviews): Spread | undefined {
  const capped = Math.max(1, Math.floor((caps.reviews * secondsACard) / 60))
  const plan = spread(due + waiting, secondsACard, Math.min(Math.max(1, minutesADay), capped))
  return waiting === 0 || plan.days === 1 ? undefined : plan
}

/**
 * The key of the card to ask now; undefined when the day is done. The card that was just graded comes again only when
 * no other is left.
 */
export function nextCard(
  reviews: Reviews,
  cards: readonly Askable[],
  missed: ReadonlySet<string>,
  clock: Clock,
  previous?: string,
): string | undefined {
  const { ask } = todayOf(reviews, cards, missed, clock)
  const other = ask.find((key) => key !== previous)
  return other ?? learningSoon(reviews, cards, clock, previous) ?? ask[0]
}

/** A card still in learning whose minute is near. */
function learningSoon(
  reviews: Reviews,
  cards: readonly Askable[],
  clock: Clock,
  previous: string | undefined,
): string | undefined {
  const soon = candidatesOf(reviews, cards, new Set(), clock)
    .flatMap(({ key, standing }) =>
      standing !== undefined &&
      standing.phase !== 'known' &&
      dueAt(standing, clock.now) <= clock.now + aheadMs
        ? [{ key, at: dueAt(standing, clock.now) }]
        : [],
    )
    .sort((one, other) => one.at - other.at)
  return (soon.find(({ key }) => key !== previous) ?? soon[0])?.key
}

/** For each idea the cards that were graded today: its other cards rest until tomorrow. */
function ideasToday(
  { histories }: Reviews,
  cards: readonly Askable[],
  clock: Clock,
): ReadonlyMap<string, ReadonlySet<string>> {
  const asked = new Map<string, Set<string>>()
  for (const { id, version, idea } of cards) {
    const key = `${id}@${version}`
    if (!isGradedOn(histories.get(key) ?? [], clock)) continue
    asked.set(idea, (asked.get(idea) ?? new Set()).add(key))
  }
  return asked
}

/** The reviews after one more grading, without reading the whole log again; undefined for any other event. */
export function withGrade(reviews: Reviews, event: LearningEvent): Reviews | undefined {
  if (event.type !== 'graded') return undefined
  const key = `${event.card}@${event.version}`
  const review = { id: event.id, at: event.at, grade: event.grade }
  return {
    ...reviews,
    histories: new Map(reviews.histories).set(key, [...(reviews.histories.get(key) ?? []), review]),
    standings: new Map(reviews.standings).set(key, reviewed(key, reviews.standings.get(key), review)),
  }
}
