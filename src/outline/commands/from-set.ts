import { answer } from '#engine/core/answer.ts'
import { scenarioOf } from '#engine/core/registry.ts'
import { run } from '#engine/core/run.ts'
import type { Op, Plan, Run } from '#engine/core/types.ts'
import { translations } from '#engine/replica-set/levels.ts'
import type { ReadConcern, ReadPreference, WriteConcern } from '#engine/replica-set/concern.ts'
import type { Level } from '#engine/levels.ts'
import {
  replicaSetOptions,
  type ReplicaSetOptions,
  type ReplicaSetSettings,
} from '#engine/replica-set/options.ts'
import type { Commands, Refused, StatementStep, Step } from './steps.ts'
import { waitsShortened } from './shorten.ts'
import { faultStep, longestMs, unsureAt } from './times.ts'

/** The version of MongoDB that the commands are for, and were tried with. */
const mongodbVersion = '8.0.4'

/** A script that takes longer than this is refused. */
const mostMs = 2 * longestMs

/** A line that has waited so long for the set gives up. */
const patienceMs = 20_000

/** A plan of the replica set as lines for mongosh, or why it can't be. One of hours has its long waits shortened. */
export function fromSet(given: Plan): Commands | Refused {
  const options = replicaSetOptions(given.options as ReplicaSetSettings, given.nodes)
  const refused = [...reasonsOf(given)]
  if (refused.length > 0) return { refused }
  const short = given.until > longestMs ? waitsShortened(given, longestMs) : undefined
  const { plan } = short ?? { plan: given }
  if (plan.until > mostMs)
    return { refused: ['it lasts longer than ten minutes, even with its long waits shortened'] }
  const nodes = plan.nodes.map(({ id }) => id)
  const result = run(scenarioOf(plan))
  const others = short === undefined ? [] : differing(given, run(scenarioOf(given)), result)
  if (others.length > 0)
    return { refused: [`it lasts longer than five minutes, and with its long waits shortened the model answers ${others.join(' and ')} otherwise`] } // prettier-ignore
  const steps: Step[] = []
  let at = 0
  for (const entry of [...plan.ops, ...plan.faults].toSorted((a, b) => a.at - b.at)) {
    if (entry.at - at >= 2000) steps.push({ do: 'wait', seconds: Math.round((entry.at - at) / 1000) })
    at = entry.at
    if ('args' in entry) {
      const expected = answer(result, entry.id)
      const unsure = unsureAt(plan, entry.at, expected)
      steps.push({
        ...statementOf(entry, options, nodes),
        expected,
        ...(unsure === undefined ? {} : { unsure }),
      })
    } else steps.push(faultStep(entry, nodes)!)
  }
  return {
    system: 'mongodb',
    version: mongodbVersion,
    nodes,
    hints: false,
    ...(short === undefined ? {} : { divisor: short.divisor }),
    set: {
      priorities: nodes.map((id) => options.members[id]!.priority),
      first: options.primary === 'none' ? nodes[0]! : options.primary,
    },
    steps,
    notes: [
      `Which member becomes primary is the set’s choice. ${options.primary === 'none' ? nodes[0] : options.primary} starts the set, and is its first primary as in the model.`,
      'A line waits for its write concern for 20 seconds at most. After a fault the script waits for 15, so that an election is over.',
      'A member that’s cut off is asked directly, over its own loopback.',
      'Each line runs in a shell of its own, so there are no sessions over several lines.',
      ...(short === undefined
        ? []
        : [
            `Waits of more than a minute and a half are divided by ${short.divisor}, but never below that: a set's own times can't be shortened.`,
            'The model gives the same answers to the long plan and to the short one.',
          ]),
    ],
  }
}

/** The operations that two runs of the same plan answer differently. */
function differing({ ops }: Plan, one: Run, other: Run): readonly string[] {
  return ops.filter(({ id }) => answer(one, id) !== answer(other, id)).map(({ id }) => `“${id}”`)
}

/** What a plan may set without needing another set than the script's: who they are, and what each line then says itself. */
const settable = new Set([
  ...['members', 'primary', 'writeConcern', 'readConcern', 'readPreference', 'write', 'read'],
  // The driver's patience: mongosh has its own.
  ...['clientTimeoutMs', 'clientRetries', 'clientSelectionMs', 'clientPauseMs'],
])

function* reasonsOf(plan: Plan): Generator<string> {
  const { members } = replicaSetOptions(plan.options as ReplicaSetSettings, plan.nodes)
  if (Object.values(members).some(({ arbiter, votes }) => arbiter === true || votes === 0))
    yield 'it has an arbiter or a member without a vote'
  for (const name of Object.keys(plan.options as object).filter((one) => !settable.has(one)))
    yield `it sets “${name}”, which the script leaves as MongoDB has it`
  if ((plan.net.links ?? []).length > 0) yield 'its links are of different speed'
  for (const { id, do: what, args } of plan.ops) {
    if (!['write', 'read', 'delete', 'increment'].includes(what))
      yield `“${id}” is ${what}, which has no single line`
    if ((args as { session?: string } | null)?.session !== undefined) yield `“${id}” belongs to a session`
  }
  const nodes = plan.nodes.map(({ id }) => id)
  for (const fault of plan.faults)
    if (faultStep(fault, nodes) === undefined)
      yield `“${fault.id}” is a ${fault.do} that Docker can’t do to a whole member`
}

interface Asked {
  readonly key: string
  readonly value?: unknown
  readonly by?: number
  readonly level?: Level
  readonly writeConcern?: WriteConcern
  readonly readConcern?: ReadConcern
  readonly readPreference?: ReadPreference
}

function statementOf(
  op: Op,
  options: ReplicaSetOptions,
  nodes: readonly string[],
): Omit<StatementStep, 'expected'> {
  const asked = op.args as unknown as Asked
  const node = op.coordinator ?? nodes[0]!
  const of = `{ _id: ${JSON.stringify(asked.key)} }`
  const base = { do: 'statement', id: op.id, node } as const
  if (op.do === 'read') {
    const level = asked.level ?? options.read
    const usual = { concern: options.readConcern, preference: options.readPreference }
    const { concern, preference } = (level === undefined ? undefined : translations[level].read) ?? usual
    return {
      ...base,
      text: `db.kv.find(${of}).readPref(${JSON.stringify(asked.readPreference ?? preference)}).readConcern(${JSON.stringify(asked.readConcern ?? concern)}).maxTimeMS(${patienceMs}).toArray()`,
    }
  }
  const wanted = concernOf(asked, options, nodes.length)
  // Without a limit a line that asks for a member that's down would never end.
  const limited =
    wanted.w === 1 || wanted.wtimeout !== undefined ? wanted : { ...wanted, wtimeout: patienceMs }
  const concern = `{ writeConcern: ${JSON.stringify(limited)} }`
  if (op.do === 'delete') return { ...base, text: `db.kv.deleteOne(${of}, ${concern})` }
  const change =
    op.do === 'increment'
      ? `{ $inc: { value: ${asked.by ?? 1} } }`
      : `{ $set: { value: ${JSON.stringify(asked.value)} } }`
  return { ...base, text: `db.kv.updateOne(${of}, ${change}, { upsert: true, ...${concern} })` }
}

function concernOf(asked: Asked, options: ReplicaSetOptions, members: number): WriteConcern {
  if (asked.writeConcern !== undefined) return asked.writeConcern
  const level = asked.level ?? options.write
  if (level === undefined) return options.writeConcern
  const { write } = translations[level]
  return write === 'all' ? { w: members } : write
}
