import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'a longer oplog turns up',
  file: 'replica-set/follow.ts',
  find: "found === 'entries') {\n      node.mark('found",
  replace: "found === 'behind') {\n      node.mark('found",
  plan: 'set.longer-oplog',
} satisfies Mutant
