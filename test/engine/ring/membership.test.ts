import { describe, expect, it } from 'vitest'
import { phi } from '#engine/ring/gossip.ts'
import { futureRingOf, ringOf } from '#engine/ring/placement.ts'
import type { Memory } from '#engine/ring/state.ts'
import { tokenOfKey } from '#engine/ring/table-key.ts'
import { answers, cluster, diskOf, keysOf, marks, runOf } from './ring.ts'

const four = [{ id: 'A' }, { id: 'B' }, { id: 'C' }, { id: 'D', absent: true }]

function withKeys(count: number, settings = {}) {
  let scenario = cluster(settings).at(0)
  for (let index = 0; index < count; index++)
    scenario = scenario.write(`k${index}`, index, { via: 'A', level: 'ALL' })
  return scenario
}

/** Which of the keys a node should hold by the end, as the ring says. */
function owned(run: ReturnType<typeof runOf>, node: string): string[] {
  const { options } = run.plan as unknown as { options: Parameters<typeof ringOf>[1] }
  const ring = ringOf(diskOf(run, 'A').members, options)
  const holds = (token: bigint) => {
    const index = ring.seats.findIndex((seat) => token <= seat.token)
    return ring.ranges[Math.max(index, 0)]!.replicas.includes(node)
  }
  return keysOf(run, 'A').concat(keysOf(run, 'B'), keysOf(run, 'C')).filter((key, index, all) => all.indexOf(key) === index && holds(tokenOfKey(key))).sort() // prettier-ignore
}

describe('a node that joins', () => {
  const joined = withKeys(30, { nodes: four, replicas: 2 }).at(1000).join('D').at(20_000)

  it('fetches what it will store, and is then read from', () => {
    const run = runOf(joined)
    expect(run.history.at(-1)!.output).toMatchObject({ value: { partitions: expect.any(Number) as number } })
    expect(keysOf(run, 'D').length).toBeGreaterThan(5)
    expect(keysOf(run, 'D')).toEqual(owned(run, 'D'))
    expect(diskOf(run, 'B').members['D']!.status).toBe('normal')
    const reads = Array.from({ length: 30 }, (_, index) => index)
    const scenario = reads.reduce((one, index) => one.read(`k${index}`, { via: 'D', level: 'ALL' }), joined)
    expect(answers(scenario).slice(-30)).toEqual(reads.map((value) => ({ value })))
  })

  it('fetches from the replicas that give a range up, and fails when one of them is down', () => {
    const run = runOf(joined)
    const asked = run.trace.flatMap((event) => event.type === 'send' && event.name === 'fetch' ? [event.message.slice(2, 3)] : []) // prettier-ignore
    const without = (node: string) => withKeys(30, { nodes: four, replicas: 2 }).at(500).crash(node).at(5000).join('D').at(20_000) // prettier-ignore
    const answer = (node: string) => answers(without(node)).at(-1)
    expect(asked.length).toBeGreaterThan(0)
    for (const node of ['A', 'B', 'C']) {
      if (asked.includes(node)) expect(answer(node)).toMatchObject({ error: 'unavailable' })
      else expect(answer(node)).toMatchObject({ value: {} })
    }
  })

  it('is a member, or joining, after a power cut as well', () => {
    const cut = withKeys(0, { nodes: four, replicas: 2 })
      .at(1000)
      .join('D')
      .at(2000)
      .crash('D', 'lose-unsynced')
      .at(30_000)
    expect(diskOf(runOf(cut.restart('D')), 'D').members['D']?.status).toBe('joining')
  })

  it('gets the writes that are made while it joins', () => {
    const during = withKeys(0, { nodes: four, replicas: 2 }).at(1000).join('D').at(2500)
    const keys = Array.from({ length: 20 }, (_, index) => `new${index}`)
    const run = runOf(
      keys.reduce((one, key) => one.write(key, 'v', { via: 'A', level: 'QUORUM' }), during).at(20_000),
    )
    expect(keysOf(run, 'D')).toEqual(owned(run, 'D'))
    expect(keysOf(run, 'D').length).toBeGreaterThan(3)
  })
})

describe('a node that leaves', () => {
  it('streams what it stores to those who will', () => {
    const five = withKeys(30, { nodes: ['A', 'B', 'C', 'D'], replicas: 2 })
      .at(1000)
      .leave('D')
      .at(20_000)
    const run = runOf(five)
    expect(run.history.at(-1)!.output).toMatchObject({ value: { partitions: expect.any(Number) as number } })
    expect(diskOf(run, 'A').members['D']!.status).toBe('left')
    for (const node of ['A', 'B', 'C'])
      expect(keysOf(run, node)).toEqual(expect.arrayContaining(owned(run, node)))
    const scenario = five.crash('D').at(25_000).read('k7', { via: 'A', level: 'ALL' })
    expect(answers(scenario).at(-1)).toEqual({ value: 7 })
  })
})

describe('a node that may not leave', () => {
  it('is one without which there are fewer nodes than replicas', () => {
    const three = withKeys(3).at(1000).leave('C').at(20_000)
    expect(answers(three).at(-1)).toMatchObject({
      error: 'unavailable',
      why: '2 nodes would be left for 3 replicas',
    })
    expect(diskOf(runOf(three), 'C').members['C']!.status).toBe('normal')
  })
})

describe('gossip', () => {
  it('crosses phi 8 after 18.4 mean gaps', () => {
    const heartbeat = { generation: 0, beats: 9, heardAt: 1000, meanMs: 500, samples: 9 }
    expect(phi(heartbeat, 1000 + 500 * 18.42)).toBeLessThan(8)
    expect(phi(heartbeat, 1000 + 500 * 18.43)).toBeGreaterThan(8)
  })

  it('learns nothing from a silence longer than two intervals', () => {
    const crash = cluster({ membership: 'gossip' }, { until: 130_000 })
      .at(30_000)
      .crash('B')
      .at(80_000)
      .restart('B')
    const { heartbeats } = runOf(crash).final.get('A')!.memory as Memory
    expect(heartbeats['B']!.meanMs).toBeLessThan(1.2 * heartbeats['C']!.meanMs)
  })

  it('learns anew how often news comes from who was taken for down and has booted since', () => {
    const back = cluster({ membership: 'gossip' }, { until: 83_000 }).at(30_000).crash('B').at(80_000).restart('B') // prettier-ignore
    const { heartbeats } = runOf(back).final.get('A')!.memory as Memory
    expect(heartbeats['B']!.samples).toBeLessThan(6)
    expect(heartbeats['C']!.samples).toBeGreaterThan(30)
  })

  it('convicts nobody on waking from a long sleep', () => {
    // Nothing reaches A in its sleep, so that it wakes with old news alone.
    const asleep = cluster({ membership: 'gossip' }, { until: 130_000 })
      .at(30_000)
      .pause('A')
      .cut('A', ['B', 'C'])
      .at(80_000)
      .resume('A')
      .mend()
    const marked = runOf(asleep).trace.filter((event) => event.type === 'mark' && event.text === 'convicted')
    expect(marked.map(({ node }) => node)).toContain('B')
    expect(marked.map(({ node }) => node)).not.toContain('A')
  })

  it('finds out by itself who is down, and who is back', () => {
    const crash = cluster({ membership: 'gossip' }, { until: 120_000 })
      .at(30_000)
      .crash('B')
      .at(90_000)
      .restart('B')
    const run = runOf(crash)
    const at = (text: string) =>
      run.trace.flatMap((event) => (event.type === 'mark' && event.text === text ? [event.at] : []))
    expect(at('convicted').length).toBeGreaterThanOrEqual(2)
    expect(Math.min(...at('convicted'))).toBeGreaterThan(35_000)
    expect(Math.max(...at('seen down'))).toBeLessThan(80_000)
    expect(Math.min(...at('seen up'))).toBeGreaterThan(90_000)
    expect(marks(cluster({ membership: 'gossip' }, { until: 120_000 }))['convicted']).toBeUndefined()
  })

  it('and the oracle lead to the same answers and the same data, where both had time to notice', () => {
    const story = (membership: 'gossip' | 'oracle') =>
      cluster({ membership, hints: true }, { until: 200_000 })
        .at(1000)
        .write('k', 'old', { via: 'A', level: 'ALL' })
        .at(20_000)
        .crash('B')
        .crash('C')
        .at(90_000)
        .write('k', 'refused', { via: 'A', level: 'QUORUM' })
        .write('k', 'new', { via: 'A', level: 'ONE' })
        .at(100_000)
        .restart('B')
        .restart('C')
        .at(150_000)
        .read('k', { via: 'C', level: 'ONE' })
    const [gossip, oracle] = [runOf(story('gossip')), runOf(story('oracle'))]
    expect(gossip.history.map(({ output }) => output)).toEqual(oracle.history.map(({ output }) => output))
    expect(oracle.history.at(-1)!.output).toEqual({ value: 'new' })
    for (const node of ['A', 'B', 'C']) expect(diskOf(gossip, node)).toEqual(diskOf(oracle, node))
  })
})

describe('futureRingOf(members)', () => {
  it('counts those who join and not those who leave', () => {
    const run = runOf(withKeys(0, { nodes: four, replicas: 2 }).at(1000).join('D').at(20_000))
    const { members } = diskOf(run, 'A')
    const { options } = run.plan as unknown as { options: Parameters<typeof ringOf>[1] }
    const leaving = { ...members, B: { ...members['B']!, status: 'leaving' as const } }
    expect(
      futureRingOf(leaving, options)
        .seats.map(({ id }) => id)
        .sort(),
    ).toEqual(['A', 'C', 'D'])
    expect(ringOf(leaving, options).seats).toHaveLength(4)
  })
})
