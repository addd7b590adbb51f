import { describe, expect, it } from 'vitest'
import { figuresOf, percentile, plan, ring, run, type Operation, type Run } from '#engine'

/** A run of nothing, to which a history is given. */
const empty = run(plan(ring(), { until: 60_000 }))

function of(...history: readonly Operation[]): ReturnType<typeof figuresOf> {
  return figuresOf({ ...empty, history } satisfies Run)
}

/** `write` at 1,000 by c, answered after 20 ms. `took: null` for never, `error` for a refusal. */
function op(
  what: 'read' | 'write',
  call: number,
  took: number | null = 20,
  more: { readonly client?: string; readonly value?: string | null; readonly error?: string } = {},
): Operation {
  const { client = 'c', value = 'v', error } = more
  const input = what === 'read' ? { key: 'k' } : { key: 'k', value }
  const answer = error !== undefined ? { error } : what === 'read' ? { value } : { ok: true as const }
  return {
    client,
    do: what,
    input,
    output: took === null ? undefined : answer,
    call,
    return: took === null ? null : call + took,
  }
}

describe('the time in which a client is not served', () => {
  it('is none while everything is answered within a second', () => {
    expect(of(op('write', 0), op('write', 5_000, 1_000))).toMatchObject({
      unavailableMs: 0,
      unavailableToAllMs: 0,
    })
  })

  it('lasts from the call of what is not answered to the call of the next that is', () => {
    expect(of(op('write', 1_000, null), op('write', 3_000)).unavailableMs).toBe(2_000)
    expect(of(op('write', 1_000, 10, { error: 'unavailable' }), op('write', 3_000)).unavailableMs).toBe(2_000)
  })

  it('ends with a late answer if that comes first, and with the plan if nothing comes', () => {
    expect(of(op('write', 1_000, 1_001), op('write', 9_000)).unavailableMs).toBe(1_001)
    expect(of(op('write', 1_000, 7_000), op('write', 4_000)).unavailableMs).toBe(3_000)
    expect(of(op('write', 1_000, null)).unavailableMs).toBe(59_000)
  })

  it('counts once what overlaps, and reads and writes apart', () => {
    const figures = of(op('write', 1_000, null), op('write', 2_000, null), op('write', 5_000), op('read', 4_000, null), op('read', 6_000)) // prettier-ignore
    expect(figures).toMatchObject({
      unavailableForWritesMs: 4_000,
      unavailableForReadsMs: 2_000,
      unavailableMs: 5_000,
    })
  })

  it('is told of some client and of all of them', () => {
    const figures = of(
      op('write', 1_000, null, { client: 'a' }),
      op('write', 6_000, 20, { client: 'a' }),
      op('write', 2_000, null, { client: 'b' }),
      op('write', 3_000, 20, { client: 'b' }),
    )
    expect(figures).toMatchObject({ unavailableMs: 5_000, unavailableToAllMs: 1_000 })
  })
})

describe('what is lost', () => {
  it('is each acknowledged write that what is there at the end is too old for', () => {
    // Nothing is stored in this run: of three writes in turn all are gone; one without an answer wasn't promised.
    const writes = [op('write', 0, 20, { value: '1' }), op('write', 100, 20, { value: '2' }), op('write', 200, 20, { value: '3' })] // prettier-ignore
    expect(of(...writes, op('write', 300, null, { value: '4' })).lostWrites).toBe(3)
  })

  it('is nothing when a later write took its place', () => {
    const made = run(plan(ring()).at(0).write('k', 'old').at(1000).write('k', 'new'))
    expect(figuresOf(made).lostWrites).toBe(0)
    expect(figuresOf(made)).toMatchObject({ answered: 2, refused: 0, unanswered: 0 })
  })
})

describe('a percentile', () => {
  it('is the smallest time that so many do not exceed', () => {
    const times = Array.from({ length: 200 }, (_, index) => index + 1)
    expect([percentile(times, 50), percentile(times, 99), percentile(times, 100)]).toEqual([100, 198, 200])
    expect(percentile([7], 50)).toBe(7)
    expect(percentile([3, 8], 50)).toBe(3)
    expect(percentile([], 50)).toBeUndefined()
  })
})
