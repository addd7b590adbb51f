import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'bandwidth and sizes',
  file: 'core/network.ts',
  find: 'Math.ceil(message.bytes / bytesPerMs)',
  replace: '1',
  plan: 'core.bandwidth',
} satisfies Mutant
