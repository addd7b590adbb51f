import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'clients that time out',
  file: 'core/client.ts',
  find: 'isOver: () => open.attempt !== attempt',
  replace: 'isOver: () => true',
  plan: 'core.late',
} satisfies Mutant
