import { expect, it } from 'vitest'
import type { Plan } from '#engine/core/types.ts'
import { heard, type Heard, idle, isOn } from '#figures/search/progress.ts'

const plan = {
  ops: [{ id: 'write', at: 20 }],
  faults: [
    { id: 'crash', at: 10 },
    { id: 'cut', at: 5 },
  ],
} as unknown as Plan
const smallest: Plan = { ...plan, faults: plan.faults.slice(0, 1) }
const count = { type: 'tried', tried: 40, broken: [], asked: 80, unanswered: 2 } as const
const found: Heard = { type: 'found', plan, seed: 41 }
const shrank: Heard = { type: 'shrank', plan: smallest, struck: [plan.faults[1]!], runs: 3 }
const after = (...events: readonly Heard[]) => events.reduce(heard, idle)
const started: Heard = { type: 'started', seeds: 1000 }

it('tells what was tried, what broke, and what the plan doesn’t need', () => {
  expect(after(started, count)).toMatchObject({ state: 'searching', say: '40 of 1,000 schedules tried.' })
  const shrinking = after(started, count, found)
  expect(shrinking.entries.map(({ id }) => id)).toEqual(['cut', 'crash', 'write'])
  expect(shrinking.say).toContain('Schedule 41 breaks it')
  const smaller = heard(shrinking, shrank)
  expect([...smaller.struck]).toEqual(['cut'])
  expect(smaller.say).toBe('2 entries left of 3, 3 runs.')
  expect(heard(smaller, count), 'a count that comes late changes nothing').toBe(smaller)
  const winner = { seed: 41, before: plan, smallest, history: [], why: '' }
  const end = heard(smaller, { type: 'ended', outcome: { ok: true, count, found: winner } })
  expect(end).toMatchObject({ state: 'found', entries: shrinking.entries })
  expect(end.say).toContain('2 entries of its 3 are enough')
})

it('ends with nothing, by the reader or by a failure, each in its own words', () => {
  const nothing = after(started, { type: 'ended', outcome: { ok: true, count } })
  expect(nothing).toMatchObject({ state: 'nothing', entries: [] })
  expect(nothing.say).toContain('None of 40 schedules')
  const broke = (reason: 'cancelled' | 'failed') =>
    after(started, found, { type: 'ended', outcome: { ok: false, reason, why: 'Because.' } })
  expect(broke('cancelled')).toMatchObject({ state: 'stopped', say: 'Because.' })
  expect(broke('failed').state).toBe('failed')
  expect([started, found].map((event) => isOn(after(event)))).toEqual([true, true])
  expect([nothing, broke('failed'), idle].map(isOn)).toEqual([false, false, false])
})
