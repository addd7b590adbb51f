import { entrySentence } from '#outline/entry-text.ts'
import type { Fault, Json, Op, Plan } from '#engine'
import { momentText } from '#figures/cluster/moment.ts'

/** One entry that came or went between two plans. */
export interface Change {
  readonly what: 'added' | 'gone'
  readonly id: string
  /** "At 3 s" */
  readonly when: string
  /** "The waiter asks A to write table 3 = no nuts at QUORUM." */
  readonly text: string
}

/** What else differs: "hints: true", by the name of an option or of a part of the plan. */
export interface Setting {
  readonly name: string
  readonly text: string
}

/** What one plan adds to another. */
export interface Since {
  readonly changes: readonly Change[]
  readonly settings: readonly Setting[]
}

/** What one plan has and the other had not, in order of time: how a lesson's plan grew out of the one before. */
export function sinceThen(now: Plan, before: Plan): Since {
  const had = byId(before)
  const has = byId(now)
  const added = entriesOf(now).filter((entry) => textOf(had.get(entry.id)) !== textOf(entry))
  const gone = entriesOf(before).filter((entry) => !has.has(entry.id))
  return {
    changes: [
      ...gone.map((entry) => changeOf('gone', entry)),
      ...added.map((entry) => changeOf('added', entry)),
    ].sort((one, other) => one.at - other.at),
    settings: settingsBetween(now, before),
  }
}

type Entry = Op | Fault

const entriesOf = (plan: Plan): readonly Entry[] => [...plan.faults, ...plan.ops]
const byId = (plan: Plan) => new Map(entriesOf(plan).map((entry) => [entry.id, entry]))
const textOf = (value: unknown) => JSON.stringify(value)

function changeOf(what: Change['what'], entry: Entry): Change & { readonly at: number } {
  return { what, id: entry.id, at: entry.at, when: `At ${momentText(entry.at)}`, text: entrySentence(entry) }
}

/** Options and network that aren't as they were. How long the run is and its seed are no part of the story. */
function settingsBetween(now: Plan, before: Plan): readonly Setting[] {
  const all = (plan: Plan): { readonly [name: string]: unknown } => ({
    ...(plan.options as { readonly [name: string]: Json }),
    nodes: plan.nodes,
    clients: plan.clients,
    net: plan.net,
  })
  const [one, other] = [all(now), all(before)]
  return Object.keys({ ...other, ...one })
    .filter((name) => textOf(one[name]) !== textOf(other[name]))
    .map((name) => ({ name, text: one[name] === undefined ? 'the default' : textOf(one[name]) }))
}
