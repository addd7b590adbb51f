import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'crash that loses what is not synced',
  file: 'core/steps.ts',
  find: "if (effect.kind === 'sync') node.synced = effect.disk",
  replace: "if (effect.kind === 'sync') node.synced = undefined",
  plan: 'core.crash-unsynced',
} satisfies Mutant
