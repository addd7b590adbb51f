import { scenarioOf } from '#engine/core/registry.ts'
import { run } from '#engine/core/run.ts'
import type { Plan, Run } from '#engine/core/types.ts'
import { duel } from '#engine/duel/duel.ts'
import { mongodbLog, type LogEra } from '#engine/replica-set/log-words.ts'
import { cassandraLog } from '#engine/ring/log-words.ts'
import '#engine/systems.ts'

const hourMs = 3_600_000

/** The log of every member in one text, in the order of time. */
export function logText(plan: unknown, era: LogEra): string {
  return setText(run(scenarioOf(plan), { record: 'trace' }), era)
}

/** The log of every node of a ring in one text, in the order of time, in the words of Cassandra 5.0. */
export function ringLogText(plan: unknown): string {
  return ringText(run(scenarioOf(plan), { record: 'trace' }))
}

/** One plan played on both databases: the log of each. */
export function bothLogTexts(plan: Plan): { readonly mongodb: string; readonly cassandra: string } {
  const { ring, replicaSet } = duel(plan, { record: 'trace' })
  return { mongodb: setText(replicaSet.run, '4.4'), cassandra: ringText(ring.run) }
}

function setText({ trace, plan }: Run, era: LogEra): string {
  return (
    mongodbLog(trace, era)
      // The set was initiated before the plan begins.
      .filter(({ at }) => at > 0)
      .map(({ at, node, component, id, text }) => {
        const number = id === undefined ? '' : `id ${String(id).padEnd(7)}  `
        return `${moment(at, plan)}  ${node}  ${component.padEnd(8)}  ${number}${text}`
      })
      .join('\n')
  )
}

function ringText({ trace, plan }: Run): string {
  const lines = cassandraLog(trace, plan)
  const width = Math.max(0, ...lines.map(({ component }) => component.length))
  return lines
    .map(
      ({ at, node, component, text }) => `${moment(at, plan)}  ${node}  ${component.padEnd(width)}  ${text}`,
    )
    .join('\n')
}

/** The seconds of a short run; hours, minutes and seconds where it lasts for hours. */
function moment(ms: number, { until }: Pick<Plan, 'until'>): string {
  if (until < hourMs) return `${(ms / 1000).toFixed(3).padStart(7)} s`
  const parts = [ms / hourMs, (ms / 60_000) % 60, (ms / 1000) % 60]
  return parts.map((part) => String(Math.floor(part)).padStart(2, '0')).join(':')
}
