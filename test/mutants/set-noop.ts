import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'periodic no-op',
  file: 'replica-set/primary.ts',
  find: 'if (node.options.noopMs > 0)',
  replace: 'if (node.options.noopMs < 0)',
  plan: 'set.noop',
} satisfies Mutant
