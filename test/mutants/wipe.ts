import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'crash that wipes the disk',
  file: 'core/faults.ts',
  find: "if (fate === 'wipe') node.disk = node.synced = undefined",
  replace: "if (fate === 'wipe') node.synced = undefined",
  plan: 'core.crash-wipe',
} satisfies Mutant
