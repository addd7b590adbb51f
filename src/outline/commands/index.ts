import type { Plan } from '#engine/core/types.ts'
import { fromRing } from './from-ring.ts'
import { fromSet } from './from-set.ts'
import type { Commands, Refused } from './steps.ts'

export { composeText } from './compose.ts'
export { scriptText } from './script.ts'
export type * from './steps.ts'

/** A plan as commands for a real cluster, or every reason why it can't be played on one. */
export function commandsOf(plan: Plan): Commands | Refused {
  if (plan.system === 'ring') return fromRing(plan)
  if (plan.system === 'replica-set') return fromSet(plan)
  return {
    refused: [`it runs on the course’s own “${plan.system}”, which isn’t a product that Docker can start`],
  }
}
