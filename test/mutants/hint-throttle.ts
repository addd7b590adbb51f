import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'hint throttle',
  file: 'ring/hints.ts',
  find: 'yield* node.sleep(Math.ceil(sizeOf(hint.update) / node.options.hintBytesPerMs))',
  replace: '',
  plan: 'ring.hint-throttle',
} satisfies Mutant
