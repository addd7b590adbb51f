import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'keep-alive along a chain',
  file: 'replica-set/replica-set.ts',
  find: '  keepReporting(node)\n',
  replace: '',
  plan: 'set.keep-alive',
} satisfies Mutant
