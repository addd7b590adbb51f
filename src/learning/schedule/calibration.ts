import { recallChance, reviewed } from './schedule.ts'
import type { Review, Standing } from './schedule.ts'

/** Fewer reviews than this say nothing about a reader. */
export const fewestReviews = 50

/** Reviews to which the scheduler gave about the same chance, and what came of them. */
interface Bin {
  /** Mean of the chances that the scheduler gave, 0 to 1. */
  readonly expected: number
  /** Share that the reader recalled, 0 to 1. */
  readonly recalled: number
  readonly reviews: number
}

/** How often cards were recalled against how often the schedule expected it. */
interface Calibration {
  readonly bins: readonly Bin[]
  readonly reviews: number
  readonly expected: number
  readonly recalled: number
}

const edges = [0, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01]

/**
 * How well the scheduler's chances met this reader's answers, over reviews of cards that had left learning; undefined
 * below {@link fewestReviews} of them. `histories` are the reviews of each card.
 */
export function calibrationOf(histories: ReadonlyMap<string, readonly Review[]>): Calibration | undefined {
  const met = [...histories].flatMap(([card, reviews]) => chancesOf(card, reviews))
  if (met.length < fewestReviews) return undefined
  const bins = edges.slice(1).flatMap((edge, index): readonly Bin[] => {
    const inside = met.filter(({ chance }) => chance >= edges[index]! && chance < edge)
    return inside.length === 0 ? [] : [binOf(inside)]
  })
  return { bins, ...binOf(met) }
}

interface Met {
  readonly chance: number
  readonly isRecalled: boolean
}

function chancesOf(card: string, reviews: readonly Review[]): readonly Met[] {
  const inOrder = [...reviews].sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1))
  const met: Met[] = []
  let standing: Standing | undefined
  for (const review of inOrder) {
    if (standing?.phase === 'known')
      met.push({ chance: recallChance(standing, review.at), isRecalled: review.grade !== 'again' })
    standing = reviewed(card, standing, review)
  }
  return met
}

const binOf = (inside: readonly Met[]): Bin => ({
  expected: inside.reduce((sum, { chance }) => sum + chance, 0) / inside.length,
  recalled: inside.filter(({ isRecalled }) => isRecalled).length / inside.length,
  reviews: inside.length,
})
