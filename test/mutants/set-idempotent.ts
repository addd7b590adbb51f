import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'idempotent entries',
  file: 'replica-set/oplog.ts',
  find: 'documents.set(entry.key, entry.value ?? null)',
  replace:
    "documents.set(entry.key, typeof entry.value === 'number' ? Number(documents.get(entry.key) ?? 0) + 1 : (entry.value ?? null))",
  plan: 'set.idempotent',
} satisfies Mutant
