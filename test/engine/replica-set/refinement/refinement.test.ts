import { describe, expect, it } from 'vitest'
import * as engine from '#engine'
import type { Plan, ReplicaSetSettings, Run, Scenario, System } from '#engine'
import { keptPlans, scenarioOf } from '../../../mutants/harness/kept.ts'
import { engineWith, occurrences, type Change, type Engine } from '../../../mutants/harness/engine.ts'
import { refine, type Refinement, type Stray } from './refine.ts'
import { storms } from '../../../storms/replica-set.ts'

/** Three members and five, with everybody equal, a favourite, an arbiter, and who is slow to apply. */
const sets: readonly Parameters<typeof storms>[1][] = [
  {},
  { nodes: ['A', 'B', 'C', 'D', 'E'], write: 'ONE' },
  { members: { C: { priority: 2 } }, write: 'ONE' },
  { applyMs: 300, write: 'ONE' },
  { nodes: ['A', 'B', 'C', 'D'], members: { D: { arbiter: true } }, chaining: false },
]

/** What the weather must have brought about, so that the test has seen it. */
const actions = [
  'append',
  'become primary',
  'step down',
  'client write',
  'update term',
  'advance commit point',
  'learn commit point',
]

function refined(run: Run): Refinement {
  if (run.error !== undefined) throw run.error
  return refine(run)
}

function strayOf({ run }: Engine, scenario: Scenario<System>): Stray | undefined {
  return refined(run(scenario, { record: 'states' })).stray
}

/** The specification knows no disk that forgets what it has acknowledged: plans with one are to break its invariants. */
function forgets({ faults, options }: Plan): boolean {
  const { majorityJournaled = true } = options as ReplicaSetSettings
  return faults.some((fault) => fault.do === 'crash' && (fault.disk === 'wipe' || (fault.disk === 'lose-unsynced' && !majorityJournaled))) // prettier-ignore
}

describe('every step of a replica set', () => {
  it.each(sets)('is an action of RaftMongo, and keeps its invariants: %j', (settings) => {
    const all = new Map<string, number>()
    const forecast = storms(engine, settings)
    for (let seed = 0; seed < 25; seed++) {
      const { stray, taken } = refined(engine.run(forecast(seed), { record: 'states' }))
      expect(stray, `seed ${seed}`).toBeUndefined()
      for (const [name, times] of taken) all.set(name, (all.get(name) ?? 0) + times)
    }
    for (const name of actions) expect(all.get(name), name).toBeGreaterThan(0)
  })

  const kept = [...keptPlans.keys()].filter((id) => {
    const { plan } = scenarioOf(engine, id)
    return plan.system === 'replica-set' && !forgets(plan)
  })
  it.each(kept)('is one in %s too', (id) => {
    expect(strayOf(engine, scenarioOf(engine, id))).toBeUndefined()
  })
})

/** One rule of the protocol taken out, and what is then seen to be no action. */
interface Broken extends Change {
  readonly sees: RegExp
  /** The first seed that is tried, near one that is known to show it; 40 are tried at most. */
  readonly from?: number
  /** What shows it, where weather hardly does. */
  readonly scenario?: (engine: Engine) => Scenario<System>
}

/** C comes back to a source that is a term further, and gets one entry at a time. */
function oneByOne({ plan, replicaSet }: Engine): Scenario<System> {
  return plan(replicaSet({ batchEntries: 1 }), { seed: 1 })
    .at(1000)
    .crash('C')
    .at(1500)
    .write('x', 'one')
    .at(2000)
    .write('x', 'two')
    .at(3000)
    .ask('stepDown', {}, { via: 'A' })
    .at(6000)
    .write('x', 'three')
    .at(8000)
    .restart('C')
}

const changes: { readonly [name: string]: Broken } = {
  'a primary stays when it hears of a later term': {
    file: 'replica-set/term.ts',
    find: "if (wasPrimary) stepDown(node, 'a later term')",
    replace: '',
    sees: /it leads/,
    from: 8,
  },
  'a candidate may be behind its voters': {
    file: 'replica-set/vote.ts',
    find: "if (!isAtLeast(last, disk.last)) return 'its last entry is older'",
    replace: '',
    sees: /is ahead of/,
    from: 24,
  },
  'a member votes twice in a term': {
    file: 'replica-set/vote.ts',
    find: 'if (!dryRun && disk.vote.term >= term)',
    replace: 'if (false)',
    sees: /voted already/,
    from: 8,
  },
  'half of the votes win': {
    file: 'replica-set/election.ts',
    find: 'const enough = () => poll.ayes >= majorityOfVotes(options)',
    replace: 'const enough = () => poll.ayes >= majorityOfVotes(options) - 1',
    sees: /has \d votes/,
    from: 0,
  },
  'one member less than a majority commits': {
    file: 'replica-set/commit.ts',
    find: 'reached.length - writeMajority(options)',
    replace: 'reached.length - writeMajority(options) + 1',
    sees: /only .* had it/,
  },
  'entries of older terms are committed by counting': {
    file: 'replica-set/commit.ts',
    find: 'if (point.term !== memory.term || ',
    replace: 'if (',
    sees: /no entry of its own term/,
    from: 24,
  },
  'the commit point of a heartbeat is believed on any branch': {
    file: 'replica-set/commit.ts',
    find: 'if (!fromSource && heard.term !== disk.last.term) return',
    replace: '',
    sees: /its last entry is of term/,
  },
  'the commit point goes past what is applied, into a later term': {
    file: 'replica-set/commit.ts',
    find: 'const point = heard.term <= disk.last.term ? heard : disk.last',
    replace: 'const point = heard',
    sees: /said/,
    scenario: oneByOne,
  },
  'entries are fetched behind an entry that the source does not have': {
    file: 'replica-set/source.ts',
    find: "if (hasEntry(disk, after)) return 'entries'",
    replace: "if (disk.last.index >= after.index) return 'entries'",
    sees: /cannot sync from/,
  },
  'a member that comes back takes all that it has for committed': {
    file: 'replica-set/replica-set.ts',
    find: 'commitPoint: isNew ? disk.stable.at : beginning',
    replace: 'commitPoint: disk.last',
    sees: /may not come up: it knows of a commit point/,
  },
  'a rollback goes one entry too far': {
    file: 'replica-set/rollback.ts',
    find: 'undo(node, common)',
    replace:
      'undo(node, { ...common, index: common.index - 1, term: node.disk.oplog.get(common.index - 1)?.term ?? 0 })',
    sees: /may not roll back/,
  },
}

describe('the machine', () => {
  it.each(Object.entries(changes))('finds it when %s', async (_name, change) => {
    expect(occurrences(change)).toBe(1)
    const broken = await engineWith(change)
    let found: Stray | undefined
    const forecast = storms(broken, sets[1])
    const { from = 0 } = change
    for (let seed = from; found === undefined && seed < from + 40; seed++) {
      found = strayOf(broken, change.scenario?.(broken) ?? forecast(seed))
    }
    expect(found?.why).toMatch(change.sees)
  })
})
