import type { z } from 'astro/zod'
import { sentence } from '#learning/quiz/kind.ts'
import type { Zod } from '#learning/quiz/kind.ts'

/** One fact to recall in five to twelve seconds. */
export interface Card {
  readonly id: string
  /** Raised when the answer changes. */
  readonly version: number
  /** The section of the lesson that the card links to. */
  readonly section: string
  /** The lesson of that section, for a deck that goes over several lessons. */
  readonly lesson?: string | undefined
  /** The idea that the card is one look at: an idea has at least two. */
  readonly idea: string
  readonly angle: 'definition' | 'why' | 'contrast' | 'apply'
  readonly front: string
  readonly back: string
  /** The name by which the card is drawn again at each showing, its answer computed by a run; `front` and `back` are one such drawing. */
  readonly drawn?: string | undefined
}

export const mostWordsOnBack = 15

/** The cards of one file, in the author's order. */
export function cardsSchema(z: Zod): z.ZodType<readonly Card[]> {
  const card = z.strictObject({
    id: z.string().regex(/^[a-z0-9-]+\.[a-z0-9-]+$/, 'expected an id such as "merkle-trees.root"'),
    version: z.int().min(1),
    section: z.string().min(1),
    lesson: z.string().min(1).optional(),
    idea: z.string().min(1),
    angle: z.enum(['definition', 'why', 'contrast', 'apply']),
    front: sentence(z, 'the question on the front'),
    back: sentence(z, 'the answer on the back'),
    drawn: z.string().min(1).optional(),
  })
  return z.array(card).superRefine((cards, context) => {
    for (const [index, problem] of cardProblems(cards)) {
      context.addIssue({ code: 'custom', path: [index], message: `card ${cards[index]?.id}: ${problem}` })
    }
  }) as unknown as z.ZodType<readonly Card[]>
}

/** What is wrong with these cards, each with the place of its card in the list. */
export function* cardProblems(cards: readonly Card[]): Generator<[index: number, problem: string]> {
  const seen = new Set<string>()
  for (const [index, { id, front, back }] of cards.entries()) {
    if (seen.has(id)) yield [index, 'expected ids that differ, received this one twice: rename one']
    seen.add(id)
    const count = words(back).length
    if (count > mostWordsOnBack) {
      yield [
        index,
        `expected an answer of at most ${mostWordsOnBack} words, received ${count}: split the card`,
      ]
    }
    if (/^(yes|no)([.,;:!]|$)/i.test(back)) {
      yield [index, 'expected a question that is not answered by yes or no: ask what, why or how many']
    }
    if (gives(front, back)) yield [index, 'expected a front that does not name its answer: reword it']
  }
}

/** Whether the whole answer stands in the question already. */
function gives(front: string, back: string): boolean {
  return ` ${words(front).join(' ')} `.includes(` ${words(back).join(' ')} `)
}

const words = (text: string): string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}’']+(?:[.,×/-][\p{L}\p{N}]+)*/gu) ?? []
