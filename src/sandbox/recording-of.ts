import type { Run } from '#engine/core/types.ts'
import type { Recording } from '#outline/recording.ts'
import type { Json } from './items.ts'
import { plainValue } from './plain.ts'

/** A run of a learner's program as plain data, of which a page draws it: the page can't run the program. */
export function recordingOf(run: Run): Recording {
  const { plan, ended, error, history, marks, counters, trace } = run
  const versions: Recording['versions'][number][] = []
  let before: ReturnType<Run['stateAt']> | undefined
  for (const { index } of trace) {
    const now = run.stateAt(index)
    for (const [node, state] of now) {
      if (before?.get(node) === state) continue
      const { up, memory, disk } = state
      versions.push({ index, node, up, memory: part(memory), disk: part(disk) })
    }
    before = now
  }
  return {
    plan,
    ended,
    ...(error === undefined ? {} : { error: error.message }),
    hash: run.hash(),
    history,
    marks: Object.fromEntries(marks),
    counters,
    trace: trace.map((event) => ('args' in event ? { ...event, args: part(event.args) } : event)),
    versions,
  }
}

function part(value: unknown): Json | undefined {
  return value === undefined ? undefined : plainValue(value)
}
