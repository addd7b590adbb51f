import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'latency',
  file: 'core/network.ts',
  find: 'const [low, high] = special.latency ?? [kind.low, kind.high]',
  replace: 'const [low, high] = [kind.low, kind.high]',
  plan: 'core.links',
} satisfies Mutant
