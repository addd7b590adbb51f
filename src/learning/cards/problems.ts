/** What of a card can be told to be wrong. */
interface Written {
  readonly id: string
  readonly front: string
  readonly back: string
}

/** The most words on a card's back: more than one fact doesn't fit. */
export const mostWordsOnBack = 15

/** What is wrong with these cards, each with the place of its card in the list. */
export function* cardProblems(cards: readonly Written[]): Generator<[index: number, problem: string]> {
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
      yield [index, 'expected a question that isn’t answered by yes or no: ask what, why or how many']
    }
    if (gives(front, back)) yield [index, 'expected a front that doesn’t name its answer: reword it']
  }
}

/** Whether the whole answer stands in the question already. */
function gives(front: string, back: string): boolean {
  return ` ${words(front).join(' ')} `.includes(` ${words(back).join(' ')} `)
}

const words = (text: string): string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}’']+(?:[.,×/-][\p{L}\p{N}]+)*/gu) ?? []
