import { describe, expect, it } from 'vitest'
import { cell } from '#engine/core/cell.ts'
import { plan } from '#engine/core/plan/build.ts'
import { run } from '#engine/core/run.ts'
import type { Program } from '#engine/core/types.ts'

/** A answers a write only after a minute, though it does it at once; B and C refuse every one. */
const mixed: Program = (node) => ({
  *write({ value }: { value: string }) {
    if (node.id !== 'A') return { error: 'unavailable' }
    node.disk = value
    yield* node.sleep(60_000)
    return { ok: true }
  },
})
const system = cell(mixed, { timeoutMs: 200, retries: 1 })

describe('a client that asks again', () => {
  it('takes a refusal of its first attempt for a refusal', () => {
    const [operation] = run(plan(system).write('k', 'v', { via: 'B' })).history
    expect(operation).toMatchObject({ output: { error: 'unavailable' } })
    expect(operation!.return).not.toBeNull()
  })

  it('does not take a refusal for an answer after an attempt that stayed silent: that one may have been done', () => {
    const ran = run(plan(system).write('k', 'v', { via: 'A' }))
    expect(ran.final.get('A')!.disk).toBe('v')
    expect(ran.history[0]).toMatchObject({ output: undefined, return: null })
  })
})
