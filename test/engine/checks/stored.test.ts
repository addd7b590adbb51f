import { describe, expect, it } from 'vitest'
import { converged, durable, plan, ring, run, sharded, shows, viewOf } from '#engine'
import { storedIn } from '#engine/checks/stored.ts'
import { runOf } from './history.ts'

const three = plan(ring({ hints: false, readRepair: 'NONE' }))
const missed = three.at(0).cut('B', ['A', 'C']).at(100).write('x', 'new', { via: 'A', level: 'QUORUM' })

describe('converged', () => {
  it('holds when all replicas hold the same, and names two that do not', () => {
    expect(converged(run(three.write('x', 'new', { via: 'A', level: 'ALL' }))).result).toBe('holds')
    const apart = converged(run(missed.at(5000).mend()))
    expect(apart.result).toBe('broken')
    expect(apart.why).toMatch(/and B hold different versions of "x"|B and \w hold different/)
  })

  it('is vacuous while a link is cut, a node is down or paused, and when nothing was stored', () => {
    expect(converged(run(missed))).toMatchObject({
      result: 'vacuous',
      why: expect.stringContaining('is cut'),
    })
    expect(converged(run(missed.at(5000).mend().crash('C')))).toMatchObject({ result: 'vacuous' })
    expect(converged(run(missed.at(5000).mend().pause('C')))).toMatchObject({ result: 'vacuous' })
    expect(converged(run(three))).toMatchObject({ result: 'vacuous', why: 'Nothing was stored.' })
  })
})

describe('converged, of a node that joined', () => {
  it('is vacuous while that node is down', () => {
    const joining = plan(ring({ nodes: ['A', 'B', { id: 'C', absent: true }], replicas: 2, hints: false }))
    const down = joining.write('x', 'old', { level: 'ALL' }).at(1000).ask('join', {}, { via: 'C' })
    const made = run(down.at(10_000).crash('C').at(20_000).write('x', 'new', { via: 'A', level: 'ONE' }))
    expect(converged(made)).toMatchObject({ result: 'vacuous', why: expect.stringContaining('C is down') })
  })
})

describe('durable', () => {
  it('holds while one copy is left, also on a node that is down, and breaks when none is', () => {
    const oneLeft = missed.at(5000).crash('A', 'wipe').crash('C', 'keep')
    expect(durable(run(oneLeft)).result).toBe('holds')
    const gone = durable(run(missed.at(5000).crash('A', 'wipe').crash('C', 'wipe')))
    expect(gone.result).toBe('broken')
    expect(gone.why).toContain('was acknowledged, but all replicas together hold null')
  })

  it('excuses a value whose time to live was over at the end, and no other', () => {
    const kept = (ttl: number) =>
      run(three.ask('write', { key: 'x', value: 'tea', ttl, level: 'QUORUM' }, { via: 'A' }).at(2000).crash('A', 'wipe').crash('B', 'wipe').crash('C', 'wipe').at(20_000).read('x', { via: 'A' })) // prettier-ignore
    expect(durable(kept(10)).result).toBe('holds')
    expect(durable(kept(1000)).result).toBe('broken')
  })

  it('is vacuous when no write was acknowledged', () => {
    expect(durable(run(three.read('x', { via: 'A' }))).result).toBe('vacuous')
  })
})

describe('the copies of a sharded cluster', () => {
  const cluster = plan(sharded({ key: 'ranged', splits: ['m'] }), { until: 40_000 })
  const both = cluster.at(100).write('cake', 'sweet', { via: 'R' }).write('tea', 'black', { via: 'R' })

  it('are those of the shard that owns the key', () => {
    const made = run(both)
    expect(durable(made)).toMatchObject({ result: 'holds', why: expect.stringContaining('2 keys') })
    expect(converged(made)).toMatchObject({ result: 'holds', why: expect.stringContaining('2 keys') })
    const copies = storedIn(made)
    expect(copies.keys).toEqual(['cake', 'tea'])
    expect(copies.replicas('cake')).toEqual(['A', 'B', 'C'])
    expect(copies.replicas('tea')).toEqual(['D', 'E', 'F'])
    expect([copies.value('tea'), copies.copy('E', 'tea'), copies.copy('A', 'tea')]).toEqual(['"black"', '"black"', 'null']) // prettier-ignore
  })

  it('have not converged while a member has yet to hear, and are lost with the disks of one shard', () => {
    const late = both.at(39_995).write('tea', 'green', { via: 'R', level: 'ONE' })
    const { system, plan: made } = late
    const short = converged(run({ system, plan: { ...made, until: 40_020 } }))
    expect(short).toMatchObject({
      result: 'broken',
      why: expect.stringMatching(/D and . hold different versions of "tea"/),
    })
    const wiped = both.at(5000).crash('D', 'wipe').crash('E', 'wipe').crash('F', 'wipe')
    expect(durable(run(wiped))).toMatchObject({ result: 'broken', why: expect.stringContaining('to "tea"') })
  })
})

describe('a check of a system whose nodes nobody can look into', () => {
  it('says which systems it knows', () => {
    expect(() => durable(runOf([]))).toThrow(/stored copies can be read in ring/)
  })
})

describe('shows(statements)', () => {
  const made = run(missed.at(3000).read('x', { via: 'B', level: 'ONE' }), { record: 'trace' })

  it('holds when all are true, and else names the first that is not, with the events to look at', () => {
    const right = shows([
      { op: 'read 1', answers: null },
      { lost: 'A>B mutate', why: 'cut', times: 1 },
    ])
    expect(right(made).result).toBe('holds')
    const wrong = shows([
      { op: 'read 1', answers: null },
      { op: 'write 1', answers: 'old' },
    ])(made)
    expect(wrong.result).toBe('broken')
    expect(wrong.why).toContain('"write 1" answered true')
    expect(wrong.at.map((index) => made.trace[index]?.type)).toEqual(['call', 'return'])
  })

  it('is vacuous about an operation or a fault that the plan does not have', () => {
    expect(shows([{ op: 'read 9', answers: null }])(made).result).toBe('vacuous')
    expect(shows([{ fault: 'crash 9', applied: true }])(made).result).toBe('vacuous')
  })

  it('refuses a check that nobody knows', () => {
    expect(() => shows([{ check: 'nice', says: 'holds' }])).toThrow(/a check is one of .*received "nice"/)
  })
})

describe('viewOf(run, node)', () => {
  it('leaves out what the node could not notice: losses, faults, the others', () => {
    const made = run(missed, { record: 'trace' })
    expect(made.trace.some((event) => event.type === 'lost' && event.node === 'A')).toBe(true)
    const seen = viewOf(made, 'A')
    expect(seen.every((event) => event.node === 'A' && event.type !== 'lost')).toBe(true)
    expect(() => viewOf(run(missed), 'A')).toThrow(/recorded with 'trace'/)
  })
})
