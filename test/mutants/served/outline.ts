import { keptPlans } from '#build/plans.ts'
import { tableOf } from './harness.ts'

type Told = typeof import('#engine') & {
  readonly outlineRun: typeof import('#outline/outline.ts').outlineRun
  readonly brief: typeof import('#engine/face/value-text.ts').brief
  readonly changesOf: typeof import('#figures/cluster/changes.ts').changesOf
}

const keptRun = ({ outlineRun, run, scenarioOf }: Told, id: string) =>
  outlineRun(run(scenarioOf(keptPlans().get(id)!.plan), { record: 'states' }))

/** A's links to B and C are cut, and only the one to B is healed. */
const halfMended = (told: Told) => {
  const { ring, plan, run, outlineRun } = told
  const made = plan(ring({ nodes: ['A', 'B', 'C'] }), { until: 3_000 })
    .at(10)
    .cut(['A'], ['B', 'C'])
    .at(20)
    .mend(['A'], ['B'])
  return outlineRun(run(made, { record: 'states' }))
}

/** B stands still, crashes in its sleep and starts again. */
const crashedAsleep = ({ ring, plan, run, converged }: Told) =>
  converged(
    run(
      plan(ring({ nodes: ['A', 'B', 'C'], replicas: 3 }), { until: 60_000, clients: ['c'] })
        .at(10)
        .write('k', 'v')
        .at(5_000)
        .pause('B')
        .at(5_010)
        .crash('B')
        .at(5_020)
        .restart('B'),
    ),
  ).result

export const outline = tableOf<Told>({
  entry: `
export { run } from '#engine/core/run.ts'
export { scenarioOf } from '#engine/core/registry.ts'
export { checkOf, converged, plan, ring, shrink } from '#engine'
export { outlineRun } from '#outline/outline.ts'
export { brief } from '#engine/face/value-text.ts'
export { changesOf } from '#figures/cluster/changes.ts'
`,
  broken: [
    {
      what: 'a half-healed cut counts as healed',
      file: 'outline/outages.ts',
      find: 'if (left.size === 0) Object',
      replace: 'if (left.size < 9) Object',
      says: (told) => halfMended(told).cuts.map(({ healedAt: mendedAt }) => mendedAt),
      sound: [null],
    },
    {
      what: 'every fetch is chatter, so that no replication is drawn in a replica set',
      file: 'engine/replica-set/face.ts',
      find: '(!isReply || isEmptyBatch(args))',
      replace: 'true',
      says: (told) => keptRun(told, 'set.write').messages.some(({ name }) => name === 'fetch reply'),
      sound: true,
    },
    {
      what: 'every sync is a step',
      file: 'outline/groups.ts',
      find: 'return losesUnsynced',
      replace: 'return true',
      says: (told) =>
        keptRun(told, 'set.write').steps.some(
          ({ type, sends, marks }) => type === 'sync' && sends.length + marks.length === 0,
        ),
      sound: false,
    },
    {
      what: 'positions are not told',
      file: 'engine/replica-set/face.ts',
      find: "return 'how far each has come'",
      replace: 'return undefined',
      says: (told) =>
        keptRun(told, 'set.write').messages.find(({ name }) => name === 'update position')?.says,
      sound: 'how far each has come',
    },
    {
      what: 'the line of the oplog is gone',
      file: 'engine/replica-set/state-lines.ts',
      find: "lines.push({ id: 'oplog', label: 'oplog', value, kind: 'plain' })",
      replace: 'void value',
      says: (told) =>
        keptRun(told, 'set.write')
          .states.at(-1)
          ?.state.lines.some(({ id }) => id === 'oplog'),
      sound: true,
    },
    {
      what: 'opened arguments are cut at another depth',
      file: 'engine/face/value-text.ts',
      find: 'if (depth > 1) return entriesText(fields.length',
      replace: 'if (depth > 0) return entriesText(fields.length',
      says: ({ brief }) => brief({ at: { term: 2, index: { of: 1 } } }),
      sound: 'at: {term: 2, index: 1 field}',
    },
    {
      what: 'what a node no longer holds is not told',
      file: 'figures/cluster/changes.ts',
      find: 'return [...changed, ...gone]',
      replace: 'return changed',
      says(told) {
        const outline = keptRun(told, 'ring.hint')
        return outline.steps.some((_, place) =>
          told.changesOf(outline, place).some(({ text }) => text.startsWith('no longer:')),
        )
      },
      sound: true,
    },
    {
      what: 'a crash does not end a pause',
      file: 'engine/checks/converged.ts',
      find: "fault.do === 'resume' || fault.do === 'crash'",
      replace: "fault.do === 'resume'",
      says: crashedAsleep,
      sound: 'holds',
    },
    {
      what: 'shrinking stops after one round',
      file: 'engine/search/shrink.ts',
      find: 'if (plan === before) return',
      replace: 'return',
      // The fault can only go once the network is plain, which is tried after it.
      says({ checkOf, plan, ring, shrink }) {
        const { system, plan: made } = plan(ring({ nodes: ['A', 'B'] }), {
          clients: ['c'],
          net: { loss: 0.1 },
        })
          .at(10)
          .write('k', 'v')
          .at(20)
          .crash('B')
        const check = checkOf('either', 'none', ({ plan: { ops, faults, net } }) => ({
          result: ops.length > 0 && (faults.length > 0 || net.loss === 0) ? 'broken' : 'holds',
          why: 'as it is asked',
          at: [],
        }))
        return shrink({ system, plan: made, check }).plan.faults.length
      },
      sound: 0,
    },
  ],
})
