import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placed, type RingChoice } from '#figures/instruments/ring/placed.ts'

const choices = fc.record<RingChoice>({
  layout: fc.constantFrom('one', 'two'),
  nodes: fc.integer({ min: 3, max: 5 }),
  tokens: fc.constantFrom(1, 4, 16),
  replicas: fc.integer({ min: 1, max: 3 }),
  joined: fc.boolean(),
  key: fc.string({ maxLength: 20 }),
})

describe('who stores a key', () => {
  test('the ranges are the whole ring, and every one has its replicas', () => {
    fc.assert(
      fc.property(choices, (choice) => {
        const { ranges, nodes, key } = placed(choice)
        const total = ranges.reduce((sum, { share }) => sum + share, 0)
        expect(total).toBeCloseTo(1, 9)
        const copies = choice.layout === 'two' ? 2 * Math.min(2, choice.replicas) : choice.replicas
        for (const { replicas } of ranges) expect(new Set(replicas).size).toBe(copies)
        expect(nodes.reduce((sum, { stored }) => sum + stored, 0)).toBeCloseTo(copies, 9)
        expect(ranges).toContainEqual(key.range)
      }),
      { seed: 5, numRuns: 60 },
    )
  })

  test('two replicas of one datacentre lie on two racks', () => {
    const { ranges, nodes } = placed({
      layout: 'two', nodes: 3, tokens: 4, replicas: 2, joined: false, key: 'table 3',
    }) // prettier-ignore
    const rack = (id: string) => {
      const node = nodes.find((one) => one.id === id)!
      return `${node.datacentre} ${node.rack}`
    }
    for (const { replicas } of ranges) expect(new Set(replicas.map(rack)).size).toBe(4)
  })

  test('who joins takes as much as the others give up', () => {
    fc.assert(
      fc.property(choices, (choice) => {
        const { moved } = placed({ ...choice, layout: 'one', joined: true })
        const given = moved!.from.reduce((sum, { share }) => sum + share, 0)
        expect(given).toBeCloseTo(moved!.taken, 9)
        expect(moved!.taken).toBeGreaterThan(0)
      }),
      { seed: 5, numRuns: 40 },
    )
  })
})
