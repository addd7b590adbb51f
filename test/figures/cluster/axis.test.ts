import { describe, expect, test } from 'vitest'
import { keptPlans } from '#build/plans.ts'
import { momentOf } from '#figures/cluster/at.ts'
import { axisOf } from '#figures/cluster/axis.ts'
import { momentText, spanText } from '#figures/cluster/moment.ts'
import { outlineOf } from '#figures/cluster/run.ts'

const plans = [...keptPlans().values()].filter(({ id }) => id.startsWith('ring.'))

describe('axisOf(outline, room)', () => {
  test.each(plans)('never turns time back in $id, and keeps the order of all moments', ({ plan }) => {
    const outline = outlineOf(plan)
    for (const room of [300, 755]) {
      const axis = axisOf(outline, room)
      const times = outline.steps.map(({ at }) => at)
      for (const [place, at] of times.entries()) {
        const before = times[place - 1] ?? 0
        if (at > before) expect(axis.x(at)).toBeGreaterThan(axis.x(before))
        else expect(axis.x(at)).toBe(axis.x(before))
      }
      expect(axis.width).toBeGreaterThanOrEqual(Math.max(room, axis.x(outline.endMs)))
      for (const { from, to, width, x } of axis.folds)
        expect(axis.x(to) - axis.x(from)).toBeCloseTo(width + (axis.x(from) - x))
    }
  })

  test('two names on it never touch', () => {
    for (const { plan } of plans) {
      const { ticks } = axisOf(outlineOf(plan), 300)
      for (const [place, { x, text }] of ticks.entries()) {
        const before = ticks[place - 1]
        if (before) expect(x - before.x).toBeGreaterThan((text.length + before.text.length) * 3)
      }
    }
  })
})

describe('momentOf(outline, at)', () => {
  const outline = outlineOf(keptPlans().get('ring.read-repair')!.plan)

  test('finds the end, the start, times, operations and faults', () => {
    const at = (name: string | number) => outline.steps.find(({ index }) => index === momentOf(outline, name))
    expect(at('end')).toBe(outline.steps.at(-1))
    expect(momentOf(outline, 'start')).toBe(-1)
    expect(at('2 s')!.at).toBe(2000)
    expect(at('2500 ms')!.at).toBe(2040)
    expect(at('return write')!.text).toContain('c1 gets an answer')
    expect(at('call write')!.text).toContain('c1 asks A')
  })

  test('tells an author what could have been meant', () => {
    expect(() => momentOf(outline, 'return lunch')).toThrow(/isn’t a moment of this run.*"4 s".*call write/s)
  })
})

test('moments are exact, spans are short', () => {
  const second = 1000
  const day = 86_400_000
  expect([0, 510, 4010, 125_000, 3 * 3_600_000, 13 * day + 20].map(momentText)).toEqual([
    '0',
    '510 ms',
    '4.01 s',
    '2 min 5 s',
    '3 h',
    '13 d + 20 ms', // prettier-ignore
  ])
  expect([480, 1966, 59 * second, 3 * 3_600_000, 10 * day].map(spanText)).toEqual([
    '480 ms',
    '1.97 s',
    '59 s',
    '3 h',
    '10 days', // prettier-ignore
  ])
})
