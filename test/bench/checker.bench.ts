import { checkLinearizable } from '#engine/checks/linearizable.ts'
import { map } from '#engine/checks/models.ts'
import type { Operation } from '#engine/core/types.ts'
import { hardHistory } from './hard-history.ts'

const limitMs = 2_000
const budgetSteps = 1_000_000

/** The best of three tries, and the verdict with the steps it had. */
function measure(history: readonly Operation[]): { readonly ms: number; readonly result: string } {
  let ms = Infinity
  let result = ''
  for (let attempt = 0; attempt < 3; attempt++) {
    const start = performance.now()
    result = checkLinearizable(map, history, budgetSteps).result
    ms = Math.min(ms, performance.now() - start)
  }
  return { ms, result }
}

/** One answer near the end is changed to a value from long before. */
function withLie(history: readonly Operation[]): Operation[] {
  const reads = [...history.entries()].filter(([, { do: verb, output }]) => verb === 'read' && output != null)
  const late = reads.at(-3)?.[0] ?? 0
  const early = reads[Math.floor(reads.length / 10)]?.[1].output
  return history.map((operation, index) => (index === late ? { ...operation, output: early } : operation))
}

/** 50 clients who always have an operation under way, one in fifty never answered; on one key, and on ten. */
export default function bench(report: (line: string) => void): Promise<void> {
  const one = hardHistory({ seed: 3, clients: 50, operations: 1000, values: 3, key: 'one', openEvery: 50 })
  const ten = [...'abcdefghij'].flatMap((key, seed) =>
    hardHistory({ seed, clients: 5, operations: 250, values: 1000, key, openEvery: 50 }),
  )
  const cases = {
    '1,000 operations on one key': one,
    '2,500 on ten keys': ten,
    'the same with one lie': withLie(ten),
  }
  for (const [name, history] of Object.entries(cases)) {
    const { ms, result } = measure(history)
    report(
      `50 clients, ${name}: ${result} in ${ms.toFixed(0)} ms, ${(ms / limitMs).toFixed(2)} of the ${limitMs} ms a reader waits`,
    )
  }
  return Promise.resolve()
}
