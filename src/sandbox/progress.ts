import type { Progress } from './items.ts'
import { tellProgress } from './sink.ts'

/** Between two words about how far something has come. */
const restMs = 250
// Taken before any cell runs: while a program does, the world has no clock.
const { now } = Date
/** When progress was told last, or first asked for. What is over by then tells none. */
let toldAt: number | undefined

/** What a generator returns, its steps told as progress on the way, a few times a second. */
export function toldByStep<Step, Result>(
  steps: Generator<Step, Result, undefined>,
  progressOf: (step: Step, place: number) => Progress,
): Result {
  for (let place = 1; ; place++) {
    const step = steps.next()
    if (step.done === true) return step.value
    const at = now()
    toldAt ??= at
    if (at - toldAt < restMs) continue
    toldAt = at
    tellProgress(progressOf(step.value, place))
  }
}
