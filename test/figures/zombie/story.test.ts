import { describe, expect, it } from 'vitest'
import type { Plan } from '#engine'
import { keptPlan } from '#build/plans.ts'
import { dayCount, dayMs, daysText } from '#figures/zombie/days.ts'
import { firstFrame, pastOf } from '#figures/zombie/first.ts'
import { heldAt } from '#figures/zombie/story.ts'
import { tellDay } from '#figures/zombie/tell.ts'
import { firstCooked, guessInWords, holdsInWords, stripInWords } from '#figures/zombie/words.ts'

const { plan } = keptPlan('anti-entropy.party')
const tell = (of: Plan) => Array.from({ length: dayCount }, (_, day) => tellDay(of, day))
const withGraceDays = (days: number): Plan => ({ ...plan, options: { gcGraceSeconds: days * 86_400 } })

describe('the order that rises from the dead', () => {
  it.each([
    [5, 6],
    [7, 8],
    [10, 11],
  ])('rises from the day after %i days of gc grace, counted from the cancelling on day 1', (grace, first) => {
    expect(firstCooked(tell(withGraceDays(grace)))).toBe(first)
  })

  it('never rises while the tombstone outlives the party', () => {
    expect(firstCooked(tell(withGraceDays(20)))).toBeUndefined()
  })

  it('does not rise, though gc grace is over, where no compaction has taken the tombstones', () => {
    const manual = tell({ ...plan, options: { compaction: 'manual' } })
    expect(firstCooked(manual)).toBeUndefined()
  })

  it('walks from B alone, and to both of the others', () => {
    const { streams, bands } = tellDay(plan, 12)
    expect(streams.map(({ from, to, changed }) => `${from}>${to} ${changed}`).sort()).toEqual([
      'B>A true',
      'B>C true',
    ])
    expect(bands.filter(({ risen }) => risen).map(({ node }) => node)).toEqual(
      expect.arrayContaining(['A', 'C']),
    )
    expect(heldAt(bands, 'B', 13 * dayMs)).toBe('order')
  })

  it('gives the page before the prediction nothing of what comes after B is back', () => {
    const { first, commonUntil } = firstFrame(plan)
    expect(Math.max(...first.bands.map(({ to }) => to))).toBe(commonUntil)
    expect(JSON.stringify(first)).not.toMatch(/forgotten|dinner":"walnut|"risen":true/)
    expect(pastOf(tellDay(plan, 7), commonUntil).bands).toEqual(first.bands)
  })
})

describe('the words', () => {
  it('tell the days of each ending from the runs', () => {
    expect(stripInWords(tell(plan)).map((line) => line.split(':')[0])).toEqual([
      'Days 0 to 4',
      'Days 5 to 10',
      'Days 11 to 14',
    ])
    expect(daysText([3, 5, 6, 7])).toBe('days 3 and 5 to 7')
  })

  it('answer a guess that counted from the order, or from B’s return, with where the ten days begin', () => {
    const stories = tell(plan)
    expect(guessInWords(10, stories)).toContain('You counted from the order')
    expect(guessInWords(5, stories)).toContain('does no harm as long as A and C have the tombstone')
    expect(guessInWords(11, stories)).toContain('and the runs agree')
    expect(guessInWords('never', stories)).toContain('from day 11 on')
  })

  it('say who holds what', () => {
    expect(holdsInWords({ A: 'tombstone', B: 'order', C: 'tombstone' })).toBe(
      'A and C hold a tombstone, B the order.',
    )
    expect(holdsInWords({ A: 'nothing', B: 'nothing', C: 'nothing' })).toBe('None of them holds anything.')
  })
})
