import { scenarioOf } from '#engine/core/registry.ts'
import { run } from '#engine/core/run.ts'
import type { Event, Plan, Run } from '#engine/core/types.ts'
import { duel } from '#engine/duel/duel.ts'
import { mongodbLog, type LogEra } from '#engine/replica-set/log-words.ts'
import { cassandraLogLines, livenessLine, type LogLine } from '#engine/ring/log-words.ts'
import '#engine/systems.ts'

/** The log of every member in one text, in the order of time. */
export function logText(plan: unknown, era: LogEra): string {
  return setText(run(scenarioOf(plan), { record: 'trace' }), era)
}

/** The log of every node of a ring in one text, in the order of time, in the words of Cassandra 5.0. */
export function ringLogText(plan: unknown): string {
  return ringText(run(scenarioOf(plan), { record: 'states' }))
}

/** One plan played on both databases: the log of each. */
export function bothLogTexts(plan: Plan): { readonly mongodb: string; readonly cassandra: string } {
  const { ring, replicaSet } = duel(plan, { record: 'states' })
  return { mongodb: setText(replicaSet.run, '4.4'), cassandra: ringText(ring.run) }
}

function setText({ trace }: Run, era: LogEra): string {
  return (
    mongodbLog(trace, era)
      // The set was initiated before the plan begins.
      .filter(({ at }) => at > 0)
      .map(({ at, node, component, id, text }) => {
        const number = id === undefined ? '' : `id ${id}  `
        return `${moment(at)}  ${node}  ${component.padEnd(8)}  ${number}${text}`
      })
      .join('\n')
  )
}

function ringText(made: Run): string {
  const opinions = new Map<string, Opinions>()
  return made.trace
    .flatMap((event) =>
      [...cassandraLogLines(event), ...changedOpinions(made, event, opinions)].map(
        ({ component, text }) => `${moment(event.at)}  ${event.node}  ${component.padEnd(24)}  ${text}`,
      ),
    )
    .join('\n')
}

type Opinions = { readonly [id: string]: { readonly up: boolean } }

/** Whom a node has just begun to take for up or down. The run is recorded with its states, because its marks don't say whom. */
function changedOpinions(made: Run, event: Event, before: Map<string, Opinions>): readonly LogLine[] {
  if (event.type !== 'mark' || (event.text !== 'seen up' && event.text !== 'seen down')) return []
  const { node, index } = event
  const memory = made.stateAt(index).get(node)?.memory as { readonly opinions: Opinions } | undefined
  const now = memory?.opinions ?? {}
  const known = before.get(node)
  before.set(node, now)
  const isUp = event.text === 'seen up'
  return Object.entries(now)
    .filter(([id, { up }]) => up === isUp && (known?.[id]?.up ?? !isUp) !== isUp)
    .map(([id]) => livenessLine(id, isUp))
}

function moment(at: number): string {
  return `${(at / 1000).toFixed(3).padStart(7)} s`
}
