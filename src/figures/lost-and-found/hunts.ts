import { plan } from '#engine/core/plan/build.ts'
import type { NodeState, Run, Scenario } from '#engine/core/types.ts'
import { duel } from '#engine/duel/duel.ts'
import { ring } from '#engine/ring/system.ts'
import { tellDuel, type ToldDuel } from '#figures/duel/told.ts'

/** What the reader hunts for. */
export const wanted = 'no nuts'

/** The two strengths that are tried, as each database calls them. */
const strengths = [
  { id: 'low', MongoDB: 'w: 1', Cassandra: 'ONE', level: 'ONE' },
  { id: 'high', MongoDB: 'w: "majority"', Cassandra: 'QUORUM', level: 'QUORUM' },
] as const

/** A place where an operator can look, and what lies there. */
export interface Place {
  readonly name: string
  readonly holds: string
  readonly isFound: boolean
}

/** One database at one strength. */
export interface HuntSide {
  readonly name: 'MongoDB' | 'Cassandra'
  /** What the waiter was told about the order. */
  readonly told: 'acknowledged' | 'refused' | 'unknown'
  readonly places: readonly Place[]
}

/** One plan played on both databases with weak or strong settings, and where its write was looked for. */
export interface Hunted {
  readonly id: 'low' | 'high'
  readonly lanes: ToldDuel
  readonly sides: readonly HuntSide[]
}

/** The same plug at the same millisecond: a waiter writes every 100 ms on A's side, a chef on the other. */
function huntPlan(level: 'ONE' | 'QUORUM'): Scenario {
  const clients = [
    { id: 'waiter', near: 'A' },
    { id: 'chef', near: 'B' },
  ]
  let story = plan(ring(), { clients, until: 40_000, net: { latency: [10, 10] } })
    .at(3_000)
    .named('plug out')
    .cut(['A', 'waiter'], ['B', 'C', 'chef'])
    .at(25_000)
    .named('plug in')
    .mend()
  for (let at = 1_000; at < 6_000; at += 100) {
    const isWanted = at === 5_000
    story = story.at(at).named(`order ${at}`).write(isWanted ? 'table 3' : `order ${at}`, isWanted ? wanted : 'tea', { by: 'waiter', level }) // prettier-ignore
  }
  return story.at(20_000).named('cake').write('table 3', 'walnut cake', { by: 'chef', level })
}

/** Runs both strengths on both databases. */
export function hunts(): readonly Hunted[] {
  return strengths.map(({ id, level }) => {
    const made = duel(huntPlan(level))
    return {
      id,
      lanes: tellDuel(made),
      sides: [
        { name: 'MongoDB', told: toldOf(made.replicaSet.run), places: setPlaces(made.replicaSet.run) },
        { name: 'Cassandra', told: toldOf(made.ring.run), places: ringPlaces(made.ring.run) },
      ],
    }
  })
}

function toldOf({ history }: Run): HuntSide['told'] {
  const { output, return: end } = history.find(({ id }) => id === 'order 5000')!
  if (end === null) return 'unknown'
  return typeof output === 'object' && output !== null && 'error' in output ? 'refused' : 'acknowledged'
}

function setPlaces({ final }: Run): readonly Place[] {
  return [...final].flatMap(([id, state]) => {
    const { contents, rollbackFiles } = state.disk as {
      contents: { documents: { get(key: string): unknown } }
      rollbackFiles: readonly { name: string; documents: readonly { key: string; value: unknown }[] }[]
    }
    const value = contents.documents.get('table 3')
    const data: Place = {
      name: `data of ${id}`,
      holds: `table 3: ${textOf(value)}`,
      isFound: value === wanted,
    }
    const files = rollbackFiles.map(({ name, documents }): Place => {
      const found = documents.find((one) => one.value === wanted)
      const others = documents.length - (found === undefined ? 0 : 1)
      return {
        name: `rollback file on ${id}`,
        holds: `${name}: ${found === undefined ? '' : `${found.key}: ${wanted}, and `}${others} other documents`,
        isFound: found !== undefined,
      }
    })
    return [data, ...files]
  })
}

function ringPlaces({ final }: Run): readonly Place[] {
  return [...final].flatMap(([id, state]) => {
    const whole = JSON.stringify(contentsOf(state))
    const value = whole.includes('walnut cake') ? 'walnut cake' : whole.includes(wanted) ? wanted : undefined
    const isFound = whole.includes(wanted)
    return [{ name: `data of ${id}`, holds: `table 3: ${textOf(isFound ? wanted : value)}`, isFound }]
  })
}

/** Everything that a node of the ring keeps: tables, memtable and hints. */
function contentsOf({ disk }: NodeState): unknown {
  const { sstables, memtable, hints } = disk as {
    sstables: readonly Iterable<unknown>[]
    memtable: Iterable<unknown>
    hints: Iterable<unknown>
  }
  return [...sstables.map((one) => [...one]), [...memtable], [...hints]].map((part) => part.map(plain))
}

/** Timestamps may be bigints, which JSON doesn't know. */
function plain(part: unknown): unknown {
  return JSON.parse(
    JSON.stringify(part, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
  )
}

function textOf(value: unknown): string {
  return value === undefined ? 'nothing' : String(value)
}
