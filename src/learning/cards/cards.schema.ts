import { z } from 'astro/zod'
import { sentence } from '#learning/quiz/base.schema.ts'
import { cardProblems } from './problems.ts'

/** One fact to recall in five to twelve seconds. */
const cardSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+\.[a-z0-9-]+$/, 'expected an id such as "merkle-trees.root"'),
  /** Raised when the answer changes. */
  version: z.int().min(1),
  /** The section of the lesson that the card links to. */
  section: z.string().min(1),
  /** The lesson of that section, for a deck that goes over several lessons. */
  lesson: z.string().min(1).optional(),
  /** The idea that the card is one look at: an idea has at least two. */
  idea: z.string().min(1),
  angle: z.enum(['definition', 'why', 'contrast', 'apply']),
  front: sentence('the question on the front'),
  back: sentence('the answer on the back'),
  /** The name by which the card is drawn again at each showing, its answer computed by a run; `front` and `back` are one such drawing. */
  drawn: z.string().min(1).optional(),
})

/** A card as an author writes it. */
export type Card = z.output<typeof cardSchema>

/** The cards of one file, in the author's order. */
export const cardsSchema = z.array(cardSchema).superRefine((cards, context) => {
  for (const [index, problem] of cardProblems(cards)) {
    context.addIssue({ code: 'custom', path: [index], message: `card ${cards[index]?.id}: ${problem}` })
  }
})
