import type { Level } from '../levels.ts'

/** What each level of both databases waits for, to be put before "before it counts as done". */
export const levelHelp: { readonly [name in Level]: string } = {
  ANY: 'one replica must answer, or a hint must be kept for one',
  ONE: 'one replica must answer',
  TWO: 'two replicas must answer',
  THREE: 'three replicas must answer',
  QUORUM: 'more than half of the replicas must answer',
  ALL: 'every replica must answer',
  LOCAL_ONE: 'one replica in the coordinator’s datacentre must answer',
  LOCAL_QUORUM: 'more than half of the replicas in the coordinator’s datacentre must answer',
  EACH_QUORUM: 'more than half of the replicas in each datacentre must answer',
}
