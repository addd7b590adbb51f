import { describe, expect, it } from 'vitest'
import { lessons, quickDeck, sectionsOf } from './lessons.ts'

const withCards = lessons.filter(({ cards }) => cards.length > 0)

it('no card id is given twice in the site', () => {
  const ids = [...quickDeck, ...withCards.flatMap(({ cards }) => cards)].map(({ id }) => id)
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
})

it('at least the lesson on Merkle trees has cards', () =>
  expect(withCards.map(({ slug }) => slug)).toContain('merkle-trees'))

describe.each(withCards)('the cards of $slug', (lesson) => {
  const { slug, cards } = lesson

  it('are twelve at least, and begin their ids with the slug', () => {
    expect(cards.length).toBeGreaterThanOrEqual(12)
    expect(cards.filter(({ id }) => !id.startsWith(`${slug}.`))).toEqual([])
  })

  it('look at every idea from two sides at least', () => expect(lonelyIdeas(cards)).toEqual([]))

  it('lead to a section of the lesson', () => {
    const sections = sectionsOf(lesson)
    expect(
      cards.filter(({ section }) => !sections.has(section)).map(({ id, section }) => `${id}: ${section}`),
    ).toEqual([])
  })
})

describe('the quick deck', () => {
  it('has the six ideas of the notes’ own card, each from two sides', () => {
    expect([...new Set(quickDeck.map(({ idea }) => idea))]).toEqual([
      'replica',
      'anti-entropy',
      'merkle-tree',
      'cassandra',
      'mongodb',
      'vector-search',
    ])
    expect(lonelyIdeas(quickDeck)).toEqual([])
  })

  it('leads to a section of a lesson, or to the top of one that is still to come', () => {
    const lost = quickDeck.filter(({ lesson: slug, section }) => {
      const lesson = lessons.find((other) => other.slug === slug)
      return lesson === undefined || (section !== 'top' && !sectionsOf(lesson).has(section))
    })
    expect(lost.map(({ id }) => id)).toEqual([])
  })
})

function lonelyIdeas(cards: readonly { readonly idea: string; readonly angle: string }[]): string[] {
  const ideas = new Set(cards.map(({ idea }) => idea))
  return [...ideas].filter(
    (idea) => new Set(cards.filter((card) => card.idea === idea).map(({ angle }) => angle)).size < 2,
  )
}
