import { describe, expect, it } from 'vitest'
import { cardsSchema } from '#learning/cards/cards.schema.ts'

const good = {
  id: 'merkle-trees.root',
  version: 1,
  section: 'roots',
  idea: 'root',
  angle: 'why',
  front: 'Two roots are equal. What follows for the rows?',
  back: 'They are equal, up to a collision of the hash.',
}
const messages = (cards: unknown[]) =>
  cardsSchema
    .safeParse(cards)
    .error?.issues.map(({ message }) => message)
    .join('\n') ?? ''

describe('cardsSchema', () => {
  it('takes a whole card', () => expect(messages([good])).toBe(''))

  it.each([
    ['an id given twice', [good, good], /card merkle-trees\.root: expected ids that differ/],
    [
      'an answer of 16 words',
      [{ ...good, back: 'a b c d e f g h i j k l m n o p' }],
      /at most 15 words, received 16/,
    ],
    ['an answer yes', [{ ...good, back: 'Yes, they are.' }], /isn’t answered by yes or no/],
    [
      'a front that names its answer',
      [{ ...good, front: 'Is the root hash a hash?', back: 'root hash' }],
      /doesn’t name its answer/,
    ],
    ['no answer', [{ ...good, back: '' }], /./],
    ['an unknown field', [{ ...good, frunt: 'x' }], /frunt/],
    ['an unknown angle', [{ ...good, angle: 'trivia' }], /./],
  ])('refuses %s', (_name, cards, says) => expect(messages(cards)).toMatch(says))
})
