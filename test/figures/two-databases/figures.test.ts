import { describe, expect, it } from 'vitest'
import { outcomesByRelease } from '#figures/defaults/outcomes.ts'
import { judgePoints, somePointsDo, type Span } from '#outline/points.ts'
import { spansOf } from '#figures/history/spans.ts'
import { logText } from '#figures/log/lines.ts'
import { hunts } from '#figures/lost-and-found/hunts.ts'
import { pick, questions, type Needs } from '#figures/picker/pick.ts'
import { planOf as rollbackPlan, type Act } from '#figures/stories/rollback/acts.ts'
import { tell } from '#figures/stories/rollback/tell.ts'
import { countsAt, tellDuel } from '#figures/duel/told.ts'
import { duel, linearizable, type Plan } from '#engine'
import { keptPlans } from '../../mutants/harness/kept.ts'

const waits = (count: number): Act[] => Array.from({ length: count }, () => ({ do: 'wait' }))
const planOf = (id: string) => keptPlans.get(id)!.plan as Plan

describe('lost and found', () => {
  const [low, high] = hunts()

  it('at ONE and w: 1: acknowledged on both, in MongoDB’s rollback file, nowhere in Cassandra', () => {
    const [mongodb, cassandra] = low!.sides
    expect([mongodb!.told, cassandra!.told]).toEqual(['acknowledged', 'acknowledged'])
    expect(mongodb!.places.filter(({ isFound }) => isFound).map(({ name }) => name)).toEqual([
      'rollback file on A',
    ])
    expect(cassandra!.places.filter(({ isFound }) => isFound)).toEqual([])
    expect(cassandra!.places.map(({ holds }) => holds)).toEqual(Array(3).fill('table 3: walnut cake'))
  })

  it('at QUORUM and majority: nobody is told that it is stored', () => {
    for (const { told } of high!.sides) expect(told).not.toBe('acknowledged')
  })

  it('counts every operation once, at every moment of the clock', () => {
    for (const { lanes } of hunts())
      for (const side of lanes.sides)
        for (const at of [0, 3_000, 9_000, lanes.until]) {
          const all = side.rows.flatMap(({ bars }) => bars).filter(({ call }) => call <= at).length
          expect(Object.values(countsAt(side, at)).reduce((sum, count) => sum + count, 0)).toBe(all)
        }
  })
})

describe('the defaults by release', () => {
  it('acknowledge and lose an order before 5.0, and promise nothing from then on', () => {
    const fates = outcomesByRelease().map(({ version, told, kept }) => [version, told, kept])
    for (const [version, told, kept] of fates) {
      expect([version, told]).toEqual([version, Number(version) < 5 ? 'acknowledged' : 'unknown'])
      expect(kept).toBe(false)
    }
    expect(fates.length).toBeGreaterThan(5)
  })
})

describe('the points of a history', () => {
  const made = duel(planOf('cassandra-vs-mongodb.history'))

  it('can be placed for MongoDB and not for Cassandra, as the check says', () => {
    for (const [side, holds] of [
      [made.replicaSet, true],
      [made.ring, false],
    ] as const) {
      expect(spansOf(side.run).isLinearizable).toBe(holds)
      expect(linearizable()(side.run).result).toBe(holds ? 'holds' : 'broken')
    }
  })

  it('are judged in their order', () => {
    const spans: readonly Span[] = [
      { id: 'w', client: 'a', kind: 'write', value: 'tea', call: 0, end: 10 },
      { id: 'r', client: 'b', kind: 'read', value: null, call: 5, end: 15 },
    ]
    expect(judgePoints(spans, { w: 8, r: 6 })).toEqual({ ok: true })
    expect(judgePoints(spans, { w: 5, r: 12 })).toMatchObject({ ok: false, expected: 'tea' })
    expect(somePointsDo(spans)).toBe(true)
    expect(somePointsDo([spans[0]!, { ...spans[1]!, call: 11 }])).toBe(false)
  })
})

describe('the log of an election', () => {
  it('is told in the words of either era, with ids since 4.4', () => {
    const [now, before] = (['4.4', '4.2'] as const).map((era) =>
      logText(planOf('cassandra-vs-mongodb.election'), era).split('\n'),
    )
    const said = now!.map((line) => line.replace(/^.*? s {2}. {2}/, ''))
    const chosen = /^REPL {6}id 21799 {2}Sync source candidate chosen \(syncSource [ABC]\)$/
    expect(said.filter((line) => !chosen.test(line))).toEqual([
      "ELECTION  id 4615652  Starting an election, since we've seen no PRIMARY in election timeout period",
      'ELECTION  id 21450  Election succeeded, assuming primary role (term 2)',
      'REPL      Transition to primary complete; database writes are now permitted',
    ])
    expect(said[0]).toMatch(/syncSource A/)
    expect(said.at(-1)).toMatch(/syncSource [BC]/)
    expect(before![0]).toMatch(/in the past 10000ms$/)
    expect(before).toHaveLength(3)
  })

  it('says of a rollback when it begins and ends, in the words of 4.4 alone', () => {
    const alone: readonly Act[] = [{ do: 'write at A' }, { do: 'cut' }, { do: 'write at A' }, ...waits(3)]
    const via = tell(alone).primaryBeyond!
    const { plan } = rollbackPlan([
      ...alone,
      { do: 'write beyond the cut', via },
      { do: 'heal' },
      ...waits(2),
    ])
    const told = logText(plan, '4.4')
      .split('\n')
      .filter((line) => line.includes('ROLLBACK'))
    expect(told.map((line) => line.replace(/^.*? s {2}/, ''))).toEqual([
      'A  ROLLBACK  id 21593  Transition to ROLLBACK',
      'A  ROLLBACK  id 21611  Transition to SECONDARY',
    ])
    expect(logText(plan, '4.2')).not.toContain('ROLLBACK')
  })
})

describe('the picker', () => {
  const all = Object.entries(questions).reduce<readonly Partial<Needs>[]>(
    (some, [name, { options }]) =>
      some.flatMap((one) => Object.keys(options).map((value) => ({ ...one, [name]: value }))),
    [{}],
  ) as readonly Needs[]

  it('gives every application a reason and an exception, and comes to each choice', () => {
    const picks = all.map(pick)
    for (const { reason, exception } of picks)
      for (const text of [reason, exception]) expect(text).toMatch(/^[A-Z].{20,}\.$/)
    expect(new Set(picks.map(({ choice }) => choice))).toEqual(new Set(['MongoDB', 'Cassandra', 'either']))
    // No answer is without effect.
    for (const name of Object.keys(questions) as (keyof Needs)[]) {
      const values = Object.keys(questions[name].options)
      const matters = all.some(
        (one) => new Set(values.map((value) => pick({ ...one, [name]: value } as Needs).reason)).size > 1,
      )
      expect(matters, name).toBe(true)
    }
  })
})

describe('the duel', () => {
  it('tells the plug of lesson 6 on one clock', () => {
    const told = tellDuel(duel(planOf('cassandra-vs-mongodb.plug-a')))
    const [mongodb, cassandra] = told.sides.map((side) => countsAt(side, 15_000))
    expect(mongodb!.waiting).toBeGreaterThan(0)
    expect(cassandra!.waiting).toBe(0)
    expect(told.faults).toEqual([{ at: 9_500, text: 'A crashes' }])
  })
})
