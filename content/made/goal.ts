import type { Plan } from 'engine'

/** What a made challenge asks. A link's own goal takes this one's place. */
interface Goal {
  readonly check: string
  readonly says: 'holds' | 'broken'
  /** Whether the plan's own operations and faults have to stay. */
  readonly keeps: boolean
  readonly plan: Pick<Plan, 'system' | 'ops' | 'faults'>
}

export const goal: Goal = {
  check: 'durable',
  says: 'holds',
  keeps: true,
  plan: { system: 'ring', ops: [], faults: [] },
}
