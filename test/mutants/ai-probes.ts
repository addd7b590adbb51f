import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'lists that are probed',
  file: 'vectors/ivf.ts',
  find: 'for (const list of this.probed(prepared, probes)) {',
  replace: 'for (const list of this.members.keys()) {',
  plan: 'lesson-7.too-few-lists',
} satisfies Mutant
