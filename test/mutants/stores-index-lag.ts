import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'vector index',
  file: 'vectors/system.ts',
  find: 'if (node.options.indexMs > 0) yield* node.sleep(node.options.indexMs)',
  replace: '',
  plan: 'stores.index-lags',
} satisfies Mutant
