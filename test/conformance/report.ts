import type { Finding } from './finding.ts'
import { judges } from './judges.ts'
import { Fields } from './fields.ts'
import { readVectors, type Item } from './vectors.ts'

export interface Report {
  readonly passed: number
  readonly failed: number
  /** A line a failure: where, what was expected, what was received. */
  readonly failures: readonly string[]
  /** Items by file and kind, to see that nothing was left out. */
  readonly kinds: ReadonlyMap<string, number>
}

/**
 * Checks every item of every file below a folder against the engine. Whatever can't be checked (no folder, no item,
 * an unreadable file, a file, kind or field unknown here) is a failure, never passed over.
 */
export function checkFolder(folder: string): Report {
  const { items, problems } = readVectors(folder)
  const failures = [...problems]
  const kinds = new Map<string, number>()
  let passed = 0
  for (const item of items) {
    const name = `${item.file}: ${item.kind}`
    kinds.set(name, (kinds.get(name) ?? 0) + 1)
    const wrong = mismatchesOf(item)
    if (wrong.length === 0) passed++
    else failures.push(`${item.where} (${item.kind}): ${wrong.join('; ')}`)
  }
  return { passed, failed: failures.length, failures, kinds }
}

function mismatchesOf(item: Item): readonly string[] {
  const judge = judges.get(item.file)
  if (judge === undefined) return [`unknown file; known are ${[...judges.keys()].join(', ')}`]
  try {
    const fields = new Fields(item.fields)
    fields.ignore('kind')
    const found = judge(item.kind, fields)
    fields.close()
    return found.filter(({ expected, received }) => json(expected) !== json(received)).map(describe)
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}

function describe({ what, expected, received }: Finding): string {
  return `${what}: expected ${short(json(expected))}, received ${short(json(received))}`
}

function short(text: string): string {
  return text.length <= 300 ? text : `${text.slice(0, 300)}... (${text.length} characters)`
}

/** 64-bit numbers as text, as the files write them. */
function json(value: unknown): string {
  return (
    JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? String(part) : part)) ??
    'undefined'
  )
}
