import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'drivers that trust their own eyes',
  file: 'core/client.ts',
  find: 'const isMute = open.mute.includes(named as NodeId)',
  replace: 'const isMute = open.mute.length < 0',
  plan: 'duel.driver-sees',
} satisfies Mutant
