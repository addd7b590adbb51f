import { expect, it } from 'vitest'
import { findCards } from '#learning/cards/find.ts'

const cards = [
  { id: 'replicas.quorum', front: 'How many of five are a quorum?', back: 'Three.' },
  { id: 'own.a', front: 'What’s a café made of?', back: 'Tea.' },
]
const ids = (query: string, notes = new Map<string, string>()) =>
  findCards(cards, notes, query).map(({ id }) => id)

it('finds a card by words of its front, its back or a note, whatever their order, case and accents', () => {
  expect(ids('QUORUM five')).toEqual(['replicas.quorum'])
  expect(ids('three')).toEqual(['replicas.quorum'])
  expect(ids("what's cafe")).toEqual(['own.a'])
  expect(ids('majority')).toEqual([])
  expect(ids('majority', new Map([['replicas.quorum', 'A majority, that is']]))).toEqual(['replicas.quorum'])
})

it('wants every word, and finds nothing for none', () => {
  expect(ids('quorum tea')).toEqual([])
  expect([ids(''), ids('  ')]).toEqual([[], []])
  expect(ids('a')).toHaveLength(2)
})
