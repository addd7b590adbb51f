import { createEmptyCard, fsrs, GenSeedStrategyWithCardId, Rating, State, StrategyMode } from 'ts-fsrs'
import type { Grade } from './grade.ts'
import type { Card as Memory, FSRS, Grade as FsrsGrade } from 'ts-fsrs'

/** One grading of a card. `at` is the device's clock in milliseconds since 1970. */
export interface Review {
  readonly id: string
  readonly at: number
  readonly grade: Grade
}

/** What the reviews of a card amount to. */
export interface Standing {
  /** When the scheduler wants the card again, by the clock that graded it. See {@link dueAt} for the reader's clock. */
  readonly plannedAt: number
  readonly lastAt: number
  readonly reviews: number
  readonly lapses: number
  readonly phase: 'learning' | 'known' | 'relearning'
  readonly memory: Memory
}

const dayMs = 86_400_000
const ratings: { readonly [grade in Grade]: FsrsGrade } = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
}

/** FSRS as it ships, aiming at 90% recall. The fuzz that spreads cards over days hangs on the card and its count alone. */
const scheduler: FSRS = fsrs({ request_retention: 0.9, enable_fuzz: true })
scheduler.useStrategy(StrategyMode.SEED, GenSeedStrategyWithCardId('cid'))

/** A card after one more review. A clock that went back counts as no time passed. */
export function reviewed(card: string, before: Standing | undefined, { at, grade }: Review): Standing {
  const lastAt = Math.max(at, before?.lastAt ?? at)
  const memory: Memory & { cid: string } = Object.assign(
    { ...(before?.memory ?? createEmptyCard(new Date(lastAt))) },
    { cid: card },
  )
  const { card: next } = scheduler.next(memory, new Date(lastAt), ratings[grade])
  return {
    plannedAt: next.due.getTime(),
    lastAt,
    reviews: (before?.reviews ?? 0) + 1,
    lapses: next.lapses,
    phase:
      next.state === State.Review ? 'known' : next.state === State.Relearning ? 'relearning' : 'learning',
    memory: next,
  }
}

/** What all reviews of a card amount to, whatever their order; undefined for a card that was never graded. */
export function standingOf(card: string, reviews: readonly Review[]): Standing | undefined {
  const inOrder = [...reviews].sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1))
  return inOrder.reduce<Standing | undefined>((before, review) => reviewed(card, before, review), undefined)
}

/**
 * When a card is due by a clock that reads `now`. A review from a clock that ran ahead can't push a card out of reach:
 * nothing is due later than one interval from now.
 */
export function dueAt({ plannedAt, lastAt }: Standing, now: number): number {
  return lastAt <= now ? plannedAt : Math.min(plannedAt, now + (plannedAt - lastAt))
}

/** How long a card would rest after each grade given now, in milliseconds: what the four buttons say. */
export function restAfter(
  card: string,
  before: Standing | undefined,
  now: number,
): { readonly [grade in Grade]: number } {
  const rest = (grade: Grade): number => {
    const after = reviewed(card, before, { id: '', at: now, grade })
    return after.plannedAt - after.lastAt
  }
  return { again: rest('again'), hard: rest('hard'), good: rest('good'), easy: rest('easy') }
}

/** The chance, 0 to 1, that the reader recalls the card at `now`, as the scheduler estimates it. */
export function recallChance({ memory, lastAt }: Standing, now: number): number {
  return scheduler.get_retrievability(memory, new Date(Math.max(now, lastAt)), false)
}

/** A time as a whole day of the reader's calendar: days since 1970, by the clock's own midnight and `offsetMinutes`. */
export const dayOf = (at: number, offsetMinutes: number): number =>
  Math.floor((at - offsetMinutes * 60_000) / dayMs)
