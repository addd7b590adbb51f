import { describe, expect, it } from 'vitest'
import { run } from '#engine/core/run.ts'
import { branch, type Edit } from '#engine/search/branch.ts'
import { weather } from './tiny.ts'

const edits: Edit[] = [
  { do: 'crash', node: 'B', disk: 'wipe' },
  { do: 'cut', from: ['A'], to: ['B', 'C'] },
  { do: 'clock', of: 'A', clock: { offsetMs: 60_000 } },
  { client: 'c1', coordinator: 'C', do: 'write', args: { key: 'k0', value: 'edited' } },
]

describe('branch(run, index, edit)', () => {
  it('leaves everything until the event, and the rest of its millisecond, as it was', () => {
    for (let seed = 1; seed <= 10; seed++) {
      const scenario = weather(seed)
      const before = run(scenario, { record: 'trace' })
      for (const [number, edit] of edits.entries()) {
        const index = Math.floor((before.trace.length * (2 * number + 1)) / 8)
        const { at } = before.trace[index] as { at: number }
        const after = run({ ...scenario, plan: branch(before, index, edit) }, { record: 'trace' })
        const until = (trace: typeof before.trace) => trace.filter((event) => event.at <= at)
        expect(until(after.trace)).toEqual(until(before.trace))
        expect(after.trace).not.toEqual(before.trace)
      }
    }
  })

  it('gives the entry the time of the event + 1 ms and a name of its own', () => {
    const before = run(weather(1), { record: 'trace' })
    const once = branch(before, 10, { do: 'pause', node: 'A' })
    const twice = branch({ ...before, plan: once }, 10, { do: 'resume', node: 'A' })
    const added = twice.faults.slice(-2)
    expect(added.map((fault) => fault.at)).toEqual([1, 1].map((one) => one + (before.trace[10]?.at ?? NaN)))
    expect(new Set([...twice.ops, ...twice.faults].map((entry) => entry.id)).size).toBe(
      twice.ops.length + twice.faults.length,
    )
  })

  it('refuses an event that the trace does not have, and says how to get a trace', () => {
    expect(() => branch(run(weather(1)), 0, { do: 'pause', node: 'A' })).toThrow(/record 'trace'/)
  })
})
