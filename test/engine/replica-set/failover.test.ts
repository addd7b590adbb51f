import { describe, expect, it } from 'vitest'
import { noMajorityRollback, oneLeaderPerTerm, PlanError, replicaSet } from '#engine'
import { diskOf, documentsOf, marks, memoryOf, runOf, set, steps } from './set.ts'

describe('a primary that is gone', () => {
  it.each([1, 2, 3, 4, 5])('is replaced 10 to 11.5 s after the last news of it (seed %i)', (seed) => {
    const made = runOf(set({}, { seed, until: 30_000 }).at(1000).crash('A'))
    const [begun] = steps(made, 'run for election')
    const [writes] = steps(made, 'take writes')
    expect(begun!.at).toBeGreaterThan(10_000)
    expect(begun!.at).toBeLessThanOrEqual(1000 + 11_500)
    expect(writes!.at).toBeLessThan(begun!.at + 200)
    expect(oneLeaderPerTerm(made).result).toBe('holds')
  })

  it('steps down when it is cut off from the majority, and its unreplicated writes are kept in a file', () => {
    const made = runOf(
      set({}, { until: 60_000 })
        .at(3000)
        .cut('A', ['B', 'C'])
        .at(4000)
        .write('x', 'mine', { via: 'A', level: 'ONE' })
        .at(25_000)
        .mend(),
    )
    expect(made.history[0]!.output).toEqual({ ok: true })
    expect(made.marks.get('lost its majority')).toBe(1)
    expect(documentsOf(made, 'A')).toEqual({})
    const [file] = diskOf(made, 'A').rollbackFiles
    expect(file!.documents).toEqual([{ key: 'x', value: 'mine' }])
    expect(file!.name).toMatch(/^removed\.\d+\.bson$/)
    expect(noMajorityRollback(made).result).toBe('holds')
    expect(memoryOf(made, 'A').role).toBe('secondary')
  })

  it('hands its office over in less than a second when it is asked to', () => {
    const made = runOf(set({}, { until: 20_000 }).at(3000).ask('stepDown', {}, { via: 'A' }))
    const [after] = steps(made, 'take writes')
    expect(after!.at - 3000).toBeLessThan(200)
  })
})

describe('a sync source', () => {
  const near = { latency: [1, 1] } as const
  const links = [
    { from: 'C', to: 'D', ...near },
    { from: 'D', to: 'C', ...near },
  ]
  /** C is down while a write comes, and D, which is near it, has it when C is back. */
  const chosen = (votes: 0 | 1, fault: 'cut' | 'none') => {
    const settings = {
      nodes: ['A', 'B', 'C', 'D'],
      members: { D: votes === 0 ? { votes } : { priority: 0 } },
    }
    const base = set(settings, { until: 40_000, net: { latency: [30, 30], links } })
      .at(3000)
      .crash('C')
    const cut = fault === 'cut' ? base.at(3100).cut('C', ['A', 'B']) : base
    const made = runOf(cut.at(4000).write('x', 'new', { via: 'A' }).at(8000).restart('C'))
    return steps(made, 'choose sync source').filter(({ node, at }) => node === 'C' && at > 8000)[0]
  }

  it('is the nearest that is ahead, but a member with a vote prefers one with a vote', () => {
    expect(chosen(1, 'none')?.data).toEqual({ source: 'D' })
    expect(chosen(0, 'none')?.data).not.toEqual({ source: 'D' })
  })

  it('is one without a vote when there is no other', () => {
    expect(chosen(0, 'cut')?.data).toEqual({ source: 'D' })
  })
})

describe('a priority takeover', () => {
  it('waits one election timeout more for each member of a higher priority, also where two have the same', () => {
    const members = { B: { priority: 1.5 }, D: { priority: 2 }, E: { priority: 2 } }
    const settings = { nodes: ['A', 'B', 'C', 'D', 'E'], members, primary: 'A' }
    const made = runOf(set(settings, { until: 60_000 }).at(0).crash('D').crash('E'))
    const [begun] = steps(made, 'run for election')
    expect(begun).toMatchObject({ node: 'B' })
    expect(begun!.at).toBeGreaterThan(30_000)
    expect(begun!.at).toBeLessThan(30_000 + 1500 + 2500)
  })
})

describe('the members of a set', () => {
  it('are at most 50, of which at most 7 vote', () => {
    const nodes = Array.from({ length: 51 }, (_, index) => `N${index}`)
    expect(() => replicaSet({ nodes })).toThrow(PlanError)
    expect(() => replicaSet({ nodes: nodes.slice(0, 8) })).toThrow(/1 to 7 members with a vote.*received 8/)
    const members = Object.fromEntries(nodes.slice(7, 50).map((id) => [id, { votes: 0 as const }]))
    expect(replicaSet({ nodes: nodes.slice(0, 50), members }).options.members['N40']).toEqual({
      priority: 0,
      votes: 0,
      arbiter: false,
    })
    expect(() => replicaSet({ members: { A: { votes: 0, priority: 1 } } })).toThrow(
      /priority 0 for a member without a vote/,
    )
    expect(() => replicaSet({ members: { C: { arbiter: true, votes: 0 } } })).toThrow(
      /an arbiter with a vote/,
    )
    expect(() => replicaSet({ primary: 'Z' })).toThrow(/replicaSet.primary/)
    const never = { priority: 0 }
    expect(() => replicaSet({ members: { A: never, B: never, C: { arbiter: true } } })).toThrow(
      /at least one member, not an arbiter, with a priority above 0/,
    )
  })
})

describe('a member that is too far behind', () => {
  it('copies everything anew, and increments are not done twice', () => {
    let planned = set({ oplogEntries: 5, cloneDocuments: 2, resync: 'automatic' }, { until: 60_000 })
      .at(1000)
      .crash('C')
    for (let count = 0; count < 12; count++) planned = planned.at(2000 + 100 * count).ask('increment', { key: `k${count % 5}` }) // prettier-ignore
    planned = planned.at(15_000).restart('C')
    expect(marks(planned)).toMatchObject({ 'initial sync done': 1 })
    const made = runOf(planned)
    expect(documentsOf(made, 'C')).toEqual({ k0: 3, k1: 3, k2: 2, k3: 2, k4: 2 })
  })
})
