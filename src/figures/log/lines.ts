import { scenarioOf } from '#engine/core/registry.ts'
import { run } from '#engine/core/run.ts'
import { mongodbLogLine, type LogEra } from '#engine/replica-set/log-words.ts'
import { cassandraLogLines } from '#engine/ring/log-words.ts'
import '#engine/systems.ts'

/** The log of every member in one text, in the order of time. */
export function logText(plan: unknown, era: LogEra): string {
  const made = run(scenarioOf(plan), { record: 'trace' })
  return made.trace
    .flatMap((event) => {
      const line = mongodbLogLine(event, era)
      // The set was initiated before the plan begins.
      if (line === undefined || event.at === 0) return []
      const id = line.id === undefined ? '' : `id ${line.id}  `
      return [
        `${(event.at / 1000).toFixed(3).padStart(7)} s  ${event.node}  ${line.component.padEnd(8)}  ${id}${line.text}`,
      ]
    })
    .join('\n')
}

/** The log of every node of a ring in one text, in the order of time, in the words of Cassandra 5.0. */
export function ringLogText(plan: unknown): string {
  const made = run(scenarioOf(plan), { record: 'trace' })
  return made.trace
    .flatMap((event) =>
      cassandraLogLines(event).map(
        ({ component, text }) =>
          `${(event.at / 1000).toFixed(3).padStart(7)} s  ${event.node}  ${component.padEnd(24)}  ${text}`,
      ),
    )
    .join('\n')
}
