import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'clocks of clients',
  file: 'core/client.ts',
  find: 'timestamp: this.clock.timestamp(now)',
  replace: 'timestamp: now * 1000',
  plan: 'core.client-clock',
} satisfies Mutant
