import { describe, expect, it } from 'vitest'
import { outcomeOf, upstreamScenarios } from '#build/upstream.ts'

const scenarios = upstreamScenarios()
const inside = scenarios.filter(({ outside }) => outside === undefined)

describe('scenarios after the databases’ own acceptance tests', () => {
  it.each(inside.map((one) => [one.id, one] as const))('%s agrees', (_, one) => {
    expect(outcomeOf(one)).toEqual({ outcome: 'agrees', wrong: [] })
  })

  it('are at least forty after Cassandra’s', () => {
    const after = inside.filter(({ source }) => source.repository === 'apache/cassandra-dtest')
    expect(after.length).toBeGreaterThanOrEqual(40)
  })

  it('have one name each', () => {
    expect(new Set(scenarios.map(({ id }) => id)).size).toBe(scenarios.length)
  })

  it('notice an engine that does otherwise: each expectation turned round is said to be wrong', () => {
    const [one] = inside.filter(({ id }) => id === 'hints-enabled')
    const turned = { ...one!, options: { ...one!.options, hints: false } }
    expect(outcomeOf(turned).outcome).toBe('differs')
  })
})
