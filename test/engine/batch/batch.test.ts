import { describe, expect, it } from 'vitest'
import { run, weather, type Json } from '#engine'
import { batch, counted } from '#engine/batch/batch.ts'

describe('batch()', () => {
  it('gives the counts of one machine that never fails, however its workers crash, pause and lose messages', () => {
    const system = batch({ taskTimeoutMs: 300 })
    const stormy = weather(system, { operations: 6, reads: 0.4, faults: 4, kinds: ['crash', 'pause', 'drop', 'duplicate', 'cut'], restMs: 20_000 }) // prettier-ignore
    let done = 0
    let repeated = 0
    for (let seed = 0; seed < 120; seed++) {
      const made = run(stormy(seed))
      expect(made.error).toBeUndefined()
      repeated += made.marks.get('task given to another worker') ?? 0
      const results = (made.final.get('driver')!.disk as { results: { [job: string]: Json } }).results
      for (const [job, counts] of Object.entries(results)) {
        const writes = made.history.filter(({ do: name, input }) => name === 'write' && (input as { key: string }).key === job) // prettier-ignore
        const possible = writes.map(({ input }) =>
          counted(String((input as { value: Json }).value).split('; ')),
        )
        expect(possible).toContainEqual(counts)
        done++
      }
    }
    expect(done).toBeGreaterThan(50)
    expect(repeated).toBeGreaterThan(20)
  })
})
