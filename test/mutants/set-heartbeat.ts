import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'heartbeats',
  file: 'replica-set/heartbeat.ts',
  find: 'yield* node.sleep(node.options.heartbeatMs)',
  replace: 'yield* node.sleep(10 * node.options.heartbeatMs)',
  plan: 'set.heartbeats',
} satisfies Mutant
