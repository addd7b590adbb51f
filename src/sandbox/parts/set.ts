/** The replica set, and the checks that only a system with elections needs. */
export { noMajorityRollback } from '#engine/checks/no-majority-rollback.ts'
export { oneLeaderPerTerm } from '#engine/checks/one-leader-per-term.ts'
export { translations } from '#engine/replica-set/levels.ts'
export { replicaSet } from '#engine/replica-set/replica-set.ts'
