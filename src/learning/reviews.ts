import { effective } from './effective.ts'
import type { LearningEvent, StoredEvent } from './event.ts'
import type { Caps, Candidate, Clock } from './schedule/queue.ts'
import { usualCaps } from './schedule/queue.ts'
import type { Review, Standing } from './schedule/schedule.ts'
import { dayOf, standingOf } from './schedule/schedule.ts'

/** A card that the reader wrote. */
export interface OwnCard {
  readonly id: string
  readonly lesson: string
  readonly front: string
  readonly back: string
}

/** What a reader's events amount to for cards. Cards are keyed by id: a card whose answer changed starts again. */
export interface Reviews {
  /** The gradings of each version of a card, `id@version`, in the order of their times. */
  readonly histories: ReadonlyMap<string, readonly Review[]>
  readonly standings: ReadonlyMap<string, Standing>
  readonly buriedUntil: ReadonlyMap<string, number>
  readonly suspendedCards: ReadonlySet<string>
  readonly suspendedDecks: ReadonlySet<string>
  readonly own: ReadonlyMap<string, OwnCard>
  readonly notes: ReadonlyMap<string, string>
  readonly caps: Caps
  /** The minutes that a reader wants to give a day to a backlog. */
  readonly minutesADay: number
}

/** A card of the course or of the reader's own, as the queue needs it. */
export interface Askable {
  readonly id: string
  readonly version: number
  readonly lesson: string
  readonly section: string
  readonly idea: string
}

/** Minutes of review a day, until the reader chooses. */
const usualMinutes = 12

/** What all events amount to for cards, whatever their order. */
export function reviewsOf(events: readonly StoredEvent[]): Reviews {
  const counted = effective(events)
  const histories = historiesOf(counted)
  const latest = latestBy(counted)
  const settings = (name: 'newCards' | 'reviews' | 'minutes', usual: number) =>
    latest('set', (event) => event.name).get(name)?.value ?? usual
  const suspensions = [...latest('suspended', ({ what, which }) => `${what} ${which}`).values()].filter(
    ({ isSuspended }) => isSuspended,
  )
  const own = [...latest('wrote', ({ card }) => card).values()].filter(({ isRemoved }) => !isRemoved)
  return {
    histories,
    standings: new Map([...histories].map(([key, reviews]) => [key, standingOf(key, reviews)!])),
    buriedUntil: new Map(
      [...latest('buried', ({ card }) => card)].map(([card, { untilAt }]) => [card, untilAt]),
    ),
    suspendedCards: new Set(suspensions.filter(({ what }) => what === 'card').map(({ which }) => which)),
    suspendedDecks: new Set(suspensions.filter(({ what }) => what === 'deck').map(({ which }) => which)),
    own: new Map(own.map(({ card, lesson, front, back }) => [card, { id: card, lesson, front, back }])),
    notes: new Map(
      [...latest('noted', ({ card }) => card)].flatMap(([card, { text }]) =>
        text === '' ? [] : [[card, text]],
      ),
    ),
    caps: {
      newCards: settings('newCards', usualCaps.newCards),
      reviews: settings('reviews', usualCaps.reviews),
    },
    minutesADay: settings('minutes', usualMinutes),
  }
}

/** A card is put off until the reader's next morning: what says later comes from a clock that ran ahead. */
const longestRestMs = 2 * 86_400_000

const isBuried = (untilAt: number, now: number): boolean => untilAt > now && untilAt - now <= longestRestMs

/** The cards that may be asked now, with what the queue needs to know of each. `missed` are ids of cards that a missed question made due. */
export function candidatesOf(
  reviews: Reviews,
  cards: readonly Askable[],
  missed: ReadonlySet<string>,
  { now }: Clock,
): readonly Candidate[] {
  return cards.flatMap(({ id, version, lesson, idea }) => {
    const isAway =
      reviews.suspendedCards.has(id) ||
      reviews.suspendedDecks.has(lesson) ||
      isBuried(reviews.buriedUntil.get(id) ?? 0, now)
    const key = `${id}@${version}`
    return isAway
      ? []
      : [{ key, idea, lesson, standing: reviews.standings.get(key), isMissed: missed.has(id) }]
  })
}

/** How many new and known cards were graded on the reader's day. */
export function doneOn(reviews: Reviews, clock: Clock): { newCards: number; reviews: number } {
  const today = dayOf(clock.now, clock.offsetMinutes)
  let newCards = 0
  let known = 0
  for (const history of reviews.histories.values()) {
    if (!isGradedOn(history, clock)) continue
    if (dayOf(history[0]!.at, clock.offsetMinutes) === today) newCards += 1
    else known += 1
  }
  return { newCards, reviews: known }
}

/** Whether a card was graded on the reader's day. Looks at no review before it, however many there are. */
export function isGradedOn(history: readonly Review[], { now, offsetMinutes }: Clock): boolean {
  const today = dayOf(now, offsetMinutes)
  const last = history.findLast(({ at }) => dayOf(at, offsetMinutes) <= today)
  return last !== undefined && dayOf(last.at, offsetMinutes) === today
}

/**
 * The cards that missed questions make due: those of the section whose question was last answered wrong, unless the card
 * was graded since. `answers` are the last answers, each with its section.
 */
export function missedCards(
  reviews: Reviews,
  cards: readonly Askable[],
  answers: readonly {
    readonly section: string
    readonly lesson: string
    readonly at: number
    readonly right: boolean
  }[],
): ReadonlySet<string> {
  const missedAt = new Map<string, number>()
  for (const { lesson, section, at, right } of answers) {
    const place = `${lesson} ${section}`
    if (!right) missedAt.set(place, Math.max(at, missedAt.get(place) ?? -Infinity))
  }
  const missed = new Set<string>()
  for (const { id, version, lesson, section } of cards) {
    const at = missedAt.get(`${lesson} ${section}`) ?? -Infinity
    if (at > (reviews.standings.get(`${id}@${version}`)?.lastAt ?? -Infinity)) missed.add(id)
  }
  return missed
}

/** How often in a row, up to now, a card wasn't recalled: two show the passage instead of the card. */
export function missesInARow(reviews: Reviews, key: string): number {
  const history = reviews.histories.get(key) ?? []
  return history.length - 1 - history.findLastIndex(({ grade }) => grade !== 'again')
}

function historiesOf(events: readonly LearningEvent[]): ReadonlyMap<string, readonly Review[]> {
  const histories = new Map<string, Review[]>()
  for (const event of events) {
    if (event.type !== 'graded') continue
    const key = `${event.card}@${event.version}`
    const history = histories.get(key) ?? []
    history.push({ id: event.id, at: event.at, grade: event.grade })
    histories.set(key, history)
  }
  for (const history of histories.values())
    history.sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1))
  return histories
}

type OfType<Type extends LearningEvent['type']> = Extract<LearningEvent, { readonly type: Type }>

/** The latest event of a type for each key; of two in one millisecond the one with the greater id. */
const latestBy =
  (events: readonly LearningEvent[]) =>
  <Type extends LearningEvent['type']>(type: Type, keyOf: (event: OfType<Type>) => string) => {
    const latest = new Map<string, OfType<Type>>()
    for (const event of events) {
      if (event.type !== type) continue
      const one = event as OfType<Type>
      const known = latest.get(keyOf(one))
      if (known === undefined || one.at > known.at || (one.at === known.at && one.id > known.id))
        latest.set(keyOf(one), one)
    }
    return latest
  }
