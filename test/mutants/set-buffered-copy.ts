import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'buffered initial sync',
  file: 'replica-set/initial-sync.ts',
  find: '  node.spawn(() => fillBuffer(node, source, buffer, rollbackId))\n',
  replace:
    '  node.spawn(function* () { yield* node.sleep(1_000); yield* fillBuffer(node, source, buffer, rollbackId) })\n',
  plan: 'set.buffered-copy',
} satisfies Mutant
