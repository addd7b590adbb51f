import { seedOf, shuffle } from '../shuffle.ts'
import { AuthorMistake } from './kind.ts'
import type { Prediction } from './predictions.schema.ts'

/** What the page gets. */
export interface ShownPrediction extends Omit<Prediction, 'key' | 'options'> {
  readonly options: readonly Prediction['options'][number][]
  readonly came: string
}

/**
 * The prediction with what came true, its options in an order that its id and version decide: an author's habit of
 * writing the right one last mustn't show. Throws when the key is none of its options.
 */
export function shownPrediction({ key: _key, ...prediction }: Prediction, came: unknown): ShownPrediction {
  if (!prediction.options.some(({ id }) => id === came)) {
    const known = prediction.options.map(({ id }) => id).join(', ')
    throw new AuthorMistake(
      `prediction ${prediction.id}: expected its key to be one of its options (${known}), received ${JSON.stringify(came)}. Fix the options or the cell.`,
    )
  }
  const options = shuffle(prediction.options, seedOf(`${prediction.id}@${prediction.version}`))
  return { ...prediction, options, came: String(came) }
}
