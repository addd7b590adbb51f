import { describe, expect, it } from 'vitest'
import { outcomesByRelease } from '#figures/defaults/outcomes.ts'
import { judgePoints, somePointsDo, type Span } from '#outline/points.ts'
import { orderScale } from '#figures/history/drawing.tsx'
import { spansOf } from '#figures/history/spans.ts'
import { bothLogTexts, logText } from '#figures/log/lines.ts'
import { cellValue } from '#build/cells.ts'
import { hunts } from '#figures/lost-and-found/hunts.ts'
import { pick, questions, type Needs } from '#figures/picker/pick.ts'
import { planOf as rollbackPlan, type Act } from '#figures/stories/rollback/acts.ts'
import { tell } from '#figures/stories/rollback/tell.ts'
import { countsAt, longestWaitAt, tellDuel } from '#figures/duel/told.ts'
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

  it('are drawn in their order, however far apart they are', () => {
    const share = orderScale([1_000, 1_020, 1_150, 5_000])
    expect([1_000, 1_010, 1_020, 1_150, 5_000].map(share)).toEqual([0, 1 / 6, 1 / 3, 2 / 3, 1])
    expect([0, 9_000].map(share)).toEqual([0, 1])
    expect(orderScale([7])(7)).toBe(0)
  })

  it('need an answer for every write', () => {
    const unanswered = { history: [{ id: 'w', client: 'a', do: 'write', input: { value: 1 }, output: null, call: 0, return: null }] } // prettier-ignore
    expect(() => spansOf(unanswered as never)).toThrow(/every write to be acknowledged.*"w"/)
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
  it('is the log of the run that the lesson’s cell prints', async () => {
    const first = logText(planOf('cassandra-vs-mongodb.election'), '4.4').split('\n')[0]!
    const ms = Number(await cellValue('cassandra-vs-mongodb', 'election', 'first ms'))
    expect(first.trimStart()).toMatch(new RegExp(`^${(ms / 1000).toFixed(3)} s `))
  })

  it('is told in the words of either era, with ids since 4.4', () => {
    const [now, before] = (['4.4', '4.2'] as const).map((era) =>
      logText(planOf('cassandra-vs-mongodb.election'), era).split('\n'),
    )
    const said = now!.map((line) => line.replace(/^.*? s {2}/, ''))
    const winner = said.find((line) => line.includes('id 21450'))![0]!
    const voter = winner === 'B' ? 'C' : 'B'
    const chosen = /^[BC] {2}REPL {6}id 21799 {4}Sync source candidate chosen \(syncSource: [ABC]\)$/
    expect(said.filter((line) => !chosen.test(line))).toEqual([
      `${winner}  ELECTION  id 4615652  Starting an election, since we've seen no PRIMARY in election timeout period`,
      `${winner}  ELECTION  id 21438    Conducting a dry run election to see if we could be elected (currentTerm: 1)`,
      `${voter}  ELECTION  id 23980    Responding to vote request (dryRun: true, term: 1, voteGranted: true)`,
      `${winner}  ELECTION  id 21444    Dry election run succeeded, running for election (newTerm: 2)`,
      `${voter}  ELECTION  id 23980    Responding to vote request (dryRun: false, term: 2, voteGranted: true)`,
      `${winner}  ELECTION  id 21450    Election succeeded, assuming primary role (term: 2)`,
      `${winner}  REPL      id 21358    Replica set state transition (newState: PRIMARY, oldState: SECONDARY)`,
      `${winner}  REPL      id 21331    Transition to primary complete; database writes are now permitted (term: 2)`,
    ])
    expect(said.at(-1)).toMatch(/syncSource: [BC]/)
    expect(before!.map((line) => line.replace(/^.*? s {2}. {2}/, ''))).toEqual([
      "ELECTION  Starting an election, since we've seen no PRIMARY in the past 10000ms",
      'ELECTION  conducting a dry run election to see if we could be elected. current term: 1',
      'ELECTION  dry election run succeeded, running for election in term 2',
      'ELECTION  election succeeded, assuming primary role in term 2',
      'REPL      transition to PRIMARY from SECONDARY',
      'REPL      transition to primary complete; database writes are now permitted',
    ])
  })

  const told = (id: string, node: string) =>
    logText(planOf(id), '4.4')
      .split('\n')
      .filter((line) => line.includes(` s  ${node}  `))
      .map((line) => line.replace(/^.*?id (\d+).*$/, '$1'))

  it('says why a primary steps down: no majority, a later term, or an operator’s wish', () => {
    expect(told('set.minority', 'A')).toEqual(expect.arrayContaining(['21809', '21475', '21358']))
    expect(told('set.step-up', 'A')).toEqual(expect.arrayContaining(['21402', '21358']))
    expect(told('set.step-up', 'A')).not.toContain('21475')
    expect(told('set.step-up', 'B')).toEqual(
      expect.arrayContaining(['4615661', '21438', '21444', '21450', '21331']),
    )
    const handed = logText(planOf('set.hand-over'), '4.4')
    expect(handed).toContain('id 21437    Skipping dry run and running for election (newTerm: 2)')
    expect(handed).not.toMatch(/id (21438|21444|21402|21475)/)
  })

  it('tells one plug in the words of both databases: an election there, and a node that is down here', () => {
    const { mongodb, cassandra } = bothLogTexts(planOf('cassandra-vs-mongodb.plug-a'))
    expect(mongodb).toContain('id 21450')
    const down = cassandra.split('\n').filter((line) => line.includes('is now DOWN'))
    expect(down.map((line) => line.replace(/^.*? s {2}/, '').replace(/ +/g, ' ')).sort()).toEqual([
      'B Gossiper InetAddress /A:7000 is now DOWN',
      'C Gossiper InetAddress /A:7000 is now DOWN',
    ])
    // The lesson says that Cassandra's nodes call A down long after MongoDB has elected.
    const elected = mongodb.split('\n').find((line) => line.includes('id 21331'))!
    for (const line of down) expect(Number.parseFloat(line)).toBeGreaterThan(Number.parseFloat(elected) + 5)
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
      'A  ROLLBACK  id 21593    Transition to ROLLBACK',
      'A  ROLLBACK  id 21611    Transition to SECONDARY',
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
    const waits = told.sides.map((side) => longestWaitAt(side, told.until))
    expect(waits[0]).toBeGreaterThan(8_000)
    expect(waits[1]).toBeLessThan(1_000)
    expect(told.sides.map((side) => longestWaitAt(side, 0))).toEqual([0, 0])
  })
})
