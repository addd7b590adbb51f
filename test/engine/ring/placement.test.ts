import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { levels, needs, required, suffices, type Level } from '#engine/levels.ts'
import { ringOptions, type RingSettings } from '#engine/ring/options.ts'
import { firstMembers, rackOf, replicasOf, ringOf } from '#engine/ring/placement.ts'
import { lowestToken, tokenOf } from '#engine/token/token.ts'
import { answers, cluster, runOf } from './ring.ts'

const two = [
  { id: 'A', datacentre: 'east', rack: 'r1' },
  { id: 'B', datacentre: 'east', rack: 'r1' },
  { id: 'C', datacentre: 'east', rack: 'r2' },
  { id: 'D', datacentre: 'west', rack: 'r1' },
  { id: 'E', datacentre: 'west', rack: 'r2' },
  { id: 'F', datacentre: 'west', rack: 'r3' },
]

function placed(settings: RingSettings) {
  const options = ringOptions(settings)
  const ring = ringOf(firstMembers(options), options)
  return { options, ring, of: (key: string) => replicasOf(ring, tokenOf(key)) }
}

describe('placement', () => {
  it('walks clockwise from the token: as many different nodes as there are replicas', () => {
    const { of, ring } = placed({ nodes: ['A', 'B', 'C', 'D'], replicas: 3, tokens: 8 })
    expect(ring.seats).toHaveLength(32)
    fc.assert(
      fc.property(fc.string(), (key) => {
        const replicas = of(key)
        expect(new Set(replicas).size).toBe(3)
        const index = ring.seats.findIndex(({ token }) => tokenOf(key) <= token)
        expect(replicas[0]).toBe(ring.seats[Math.max(index, 0)]!.id)
      }),
      { seed: 5 },
    )
  })

  it('with one token each stands evenly spaced', () => {
    const { ring } = placed({ nodes: ['A', 'B', 'C', 'D'] })
    const gaps = ring.seats.map(
      ({ token }, index) => token - (ring.seats[index - 1]?.token ?? lowestToken - 1n),
    )
    expect(gaps).toEqual(Array.from({ length: 4 }, () => 2n ** 62n))
  })

  it('takes the tokens it is given', () => {
    const { ring } = placed({ nodes: ['A', 'B'], replicas: 1, tokens: { A: ['-5', '10'], B: ['0'] } })
    expect(ring.seats.map(({ id, token }) => `${id} ${token}`)).toEqual(['A -5', 'B 0', 'A 10'])
  })

  it('gives each datacentre its number, on different racks while there are enough', () => {
    const { of, options } = placed({ nodes: two, replicas: { east: 2, west: 3 }, tokens: 4 })
    for (let index = 0; index < 100; index++) {
      const replicas = of(`k${index}`)
      const racks = (datacentre: string) =>
        replicas.filter((id) => two.find((node) => node.id === id)!.datacentre === datacentre).map((id) => rackOf(options, id)) // prettier-ignore
      expect(racks('east').sort()).toEqual(['r1', 'r2'])
      expect(racks('west').sort()).toEqual(['r1', 'r2', 'r3'])
    }
    expect(
      placed({ nodes: two, replicas: { east: 3 } })
        .of('k')
        .toSorted(),
    ).toEqual(['A', 'B', 'C'])
  })
})

describe('levels', () => {
  const electorate = {
    replicas: ['A', 'B', 'C', 'D', 'E', 'F'],
    pending: [] as string[],
    factor: { east: 3, west: 3 },
    local: 'east',
    datacentreOf: (id: string) => ('ABC'.includes(id) ? 'east' : 'west'),
  }
  it('count over all, over the own datacentre, or over each', () => {
    const counts = Object.fromEntries(
      levels.map((level) => [level, needs(level, electorate).map(({ count }) => count)]),
    )
    expect(counts).toEqual({
      ANY: [1],
      ONE: [1],
      TWO: [2],
      THREE: [3],
      QUORUM: [4],
      ALL: [6],
      LOCAL_ONE: [1],
      LOCAL_QUORUM: [2],
      EACH_QUORUM: [2, 2],
    })
    expect(suffices('QUORUM', electorate, ['A', 'B', 'C', 'D'])).toBe(true)
    expect(suffices('EACH_QUORUM', electorate, ['A', 'B', 'C', 'D'])).toBe(false)
    expect(suffices('LOCAL_QUORUM', electorate, ['D', 'E', 'F'])).toBe(false)
  })

  it('count the replication factor, not the replicas that are there', () => {
    const lonely = { ...electorate, replicas: ['A'], factor: { east: 3 } }
    expect(
      ['QUORUM', 'LOCAL_QUORUM', 'EACH_QUORUM', 'ALL'].filter((level) =>
        suffices(level as Level, lonely, ['A']),
      ),
    ).toEqual([])
    const alone = cluster({ nodes: ['A'] }).at(0)
    expect(answers(alone.write('k', 'v', { level: 'QUORUM' }))[0]).toMatchObject({
      error: 'unavailable',
      required: 2,
      alive: 1,
    })
    expect(answers(alone.write('k', 'v', { level: 'ONE' }))).toEqual([{ ok: true }])
  })

  it('ask for one answer more for each node that joins, but for ANY', () => {
    const growing = { ...electorate, pending: ['G'] }
    const count = (level: Level) => required(level, growing) - required(level, electorate)
    expect(levels.map((level) => [level, count(level)])).toEqual(
      levels.map((level) => [level, level === 'ANY' || level.startsWith('LOCAL') ? 0 : 1]),
    )
  })

  const far = cluster(
    { nodes: two, replicas: { east: 3, west: 3 } },
    { net: { links: [{ from: 'east', to: 'west', latency: [200, 200] }] } },
  )

  it('LOCAL_QUORUM does not wait for the far datacentre; EACH_QUORUM does', () => {
    const time = (level: 'LOCAL_QUORUM' | 'EACH_QUORUM') =>
      runOf(far.at(0).write('k', 'v', { via: 'A', level })).history[0]!.return!
    expect(time('LOCAL_QUORUM')).toBeLessThan(100)
    expect(time('EACH_QUORUM')).toBeGreaterThan(200)
  })

  it('with a datacentre cut off, local levels go on and the others do not', () => {
    const cut = far.at(0).cut(['A', 'B', 'C'], ['D', 'E', 'F']).at(3000)
    const write = (level: 'LOCAL_QUORUM' | 'EACH_QUORUM' | 'QUORUM') =>
      answers(cut.write('k', 'v', { via: 'A', level }))[0]
    expect(write('LOCAL_QUORUM')).toEqual({ ok: true })
    expect(write('EACH_QUORUM')).toMatchObject({ error: 'unavailable' })
    expect(write('QUORUM')).toMatchObject({ error: 'unavailable', required: 4, alive: 3 })
  })
})

describe('ring options', () => {
  it('say what is wrong, and where', () => {
    expect(() => ringOptions({ replicas: 0 })).toThrow(
      'ring.replicas: expected a whole number from 1 to 20; received 0.',
    )
    expect(() => ringOptions({ levels: 3 } as RingSettings)).toThrow(
      'ring.levels: expected one of the fields nodes, replicas',
    )
  })
})
