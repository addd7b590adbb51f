import { keySchema } from './key.ts'
import type { Key } from './key.ts'
import { seedOf, shuffle } from '../shuffle.ts'
import { AuthorMistake, sentence } from './kind.ts'
import type { Zod } from './kind.ts'
import type { z } from 'astro/zod'

/** What a lesson asks before it tells: committed to once, not graded, and looked at again at the lesson's end. */
export interface Prediction {
  readonly id: string
  readonly version: number
  /** Where the lesson answers it. */
  readonly section: string
  readonly prompt: string
  readonly options: readonly PredictedOption[]
  /** The id of the option that came true. */
  readonly key: Key
  /** What happened, in a sentence or two. */
  readonly outcome: string
}

interface PredictedOption {
  readonly id: string
  readonly text: string
  /** Why somebody thinks so, and what the lesson showed. */
  readonly afterwards: string
}

/** What the page gets. */
export interface ShownPrediction extends Omit<Prediction, 'key'> {
  readonly came: string
}

/** The predictions of one file. */
export function predictionsSchema(z: Zod): z.ZodType<readonly Prediction[]> {
  return z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9-]+\.[a-z0-9-]+$/, 'expected an id such as "merkle-trees.opening"'),
      version: z.int().min(1),
      section: z.string().min(1),
      prompt: sentence(z, 'what the reader is to predict'),
      options: z
        .array(
          z.strictObject({
            id: z.string().regex(/^[a-z0-9-]+$/),
            text: sentence(z, 'the words of the option'),
            afterwards: sentence(z, 'what to say to who chose this, at the end of the lesson'),
          }),
        )
        .min(2)
        .max(4),
      key: keySchema(z),
      outcome: sentence(z, 'what happened'),
    }),
  ) as unknown as z.ZodType<readonly Prediction[]>
}

/**
 * The prediction with what came true, its options in an order that its id and version decide: an author's habit of
 * writing the right one last must not show. Throws when the key is none of its options.
 */
export function shownPrediction({ key: _key, ...prediction }: Prediction, came: unknown): ShownPrediction {
  if (!prediction.options.some(({ id }) => id === came)) {
    const known = prediction.options.map(({ id }) => id).join(', ')
    throw new AuthorMistake(
      `prediction ${prediction.id}: expected its key to be one of its options (${known}), received ${JSON.stringify(came)}. Mend the options or the cell.`,
    )
  }
  const options = shuffle(prediction.options, seedOf(`${prediction.id}@${prediction.version}`))
  return { ...prediction, options, came: String(came) }
}
