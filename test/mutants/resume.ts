import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'pause',
  file: 'core/faults.ts',
  find: 'for (const entry of node.backlog.splice(0)) {\n      queue.push',
  replace: 'for (const entry of node.backlog.splice(1)) {\n      queue.push',
  plan: 'core.pause',
} satisfies Mutant
