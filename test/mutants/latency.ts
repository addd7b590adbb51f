import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'latency',
  file: 'core/network.ts',
  find: 'leaves + between(message.path, draw, kind.low, kind.high)',
  replace: 'leaves',
  plan: 'core.latency',
} satisfies Mutant
