import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'crash that loses what is not synced',
  file: 'core/faults.ts',
  find: "if (fate === 'lose-unsynced') node.disk = node.synced",
  replace: "if (fate === 'wipe') node.disk = node.synced",
  plan: 'core.crash-unsynced',
} satisfies Mutant
