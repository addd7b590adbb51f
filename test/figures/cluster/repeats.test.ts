import { expect, test } from 'vitest'
import { keptPlan } from '#build/plans.ts'
import { repeatsOf, stopAfter, stopBefore } from '#figures/cluster/repeats.ts'
import { outlineOf } from '#figures/cluster/run.ts'

const outline = outlineOf(keptPlan('distributed-systems.row-3').plan)

test('the second and third of three equal writes are one stop each', () => {
  const repeats = repeatsOf(outline)
  expect(repeats).toHaveLength(2)
  for (const { first, last } of repeats) {
    expect(outline.steps[first]!.type).toBe('call')
    expect(stopAfter(outline, first - 1)).toBe(last)
    expect(stopBefore(outline, last)).toBe(first - 1)
  }
})

test('stepping from start to end and back stops at every step that shows something new', () => {
  const folded = new Set(
    repeatsOf(outline).flatMap(({ first, last }) =>
      Array.from({ length: last - first }, (_, more) => first + more),
    ),
  )
  const stops: number[] = []
  for (let place = -1; place < outline.steps.length - 1;) stops.push((place = stopAfter(outline, place)))
  expect(stops).toEqual([...outline.steps.keys()].filter((place) => !folded.has(place)))
  const back: number[] = []
  for (let place = stops.at(-1)!; place >= 0; place = stopBefore(outline, place)) back.push(place)
  expect(back.reverse()).toEqual(stops)
})

test('a request whose messages are lost is no repeat of one whose messages arrive', () => {
  const { plan } = keptPlan('distributed-systems.row-3')
  const cut = { id: 'early', at: 900, do: 'cut', from: ['B'], to: ['A', 'C'] } as const
  const told = outlineOf({ ...plan, faults: [cut] })
  const [repeat, ...others] = repeatsOf(told)
  expect(others).toEqual([])
  // The second write is new, since B misses it; the third goes as the second did.
  expect(told.steps[repeat!.first]!.at).toBe(1500)
})
