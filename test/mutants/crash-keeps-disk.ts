import { freshQuorums } from './harness/forecasts.ts'
import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'crash with disk kept',
  file: 'core/faults.ts',
  find: "if (fate === 'lose-unsynced') node.disk = node.synced",
  replace: 'node.disk = node.synced',
  plan: 'core.crash-keep',
  ...freshQuorums,
} satisfies Mutant
