/** A card as far as it's looked for. */
interface Findable {
  readonly id: string
  readonly front: string
  readonly back: string
}

/**
 * The cards that have every word of a query in their front, their back or the reader's note, as a part of a word at
 * least, whatever its case and accents; none for an empty query.
 */
export function findCards<Card extends Findable>(
  cards: readonly Card[],
  notes: ReadonlyMap<string, string>,
  query: string,
): readonly Card[] {
  const words = plain(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  return cards.filter(({ id, front, back }) => {
    const text = plain(`${front} ${back} ${notes.get(id) ?? ''}`)
    return words.every((word) => text.includes(word))
  })
}

const plain = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’‘]/g, "'").toLowerCase()
