import '#engine/assistant/assistant.ts'
import { scenarioOf } from '#engine/core/registry.ts'
import { run } from '#engine/core/run.ts'
import type { Plan } from '#engine/core/types.ts'
import {
  changed,
  type Answer,
  type Change,
  type Followed,
} from '#figures/instruments/assistant-change/plan.ts'
import type { Experiment } from './causes.ts'

/** One run of an evening: what the assistant answered, and where row 3 was. */
export interface Told {
  readonly answer: Answer
  readonly followed: Followed
}

/** Runs a plan with a change. Usage events are left out: nobody looks at them here. */
export function tell(plan: Plan, change: Change): Told {
  const options = { ...change.options, usagePerMessage: 0 }
  const { history, error } = run(scenarioOf(changed(plan, { ...change, options })))
  if (error !== undefined) throw error
  const output = (name: string) => history.find((one) => one.do === name)?.output
  return { answer: output('ask') as unknown as Answer, followed: output('follow') as unknown as Followed }
}

/** What an experiment shows: the assistant's new answer, or the first place where row 3 is missing. */
export function shown({ answer, followed }: Told, { id }: Experiment): string {
  if (id !== 'follow') return answer.answer
  const missing = Object.keys(followed).find((place) => !followed[place])
  return missing === undefined ? 'every place has it' : `not ${missing}`
}
