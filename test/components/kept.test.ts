import { expect, it } from 'vitest'
import { keptNames } from '#components/bench/kept.ts'

it('offers each kept plan by a sentence, with what happens in it and a picture of it', () => {
  const kept = keptNames()
  expect(kept.length).toBeGreaterThan(50)
  for (const { id, title, tags, picture } of kept) {
    expect(title, id).toMatch(/^[A-Z0-9“].{8,}[.!?]$/s)
    expect(tags.length, id).toBeGreaterThan(0)
    for (const [, lane, x] of picture.marks)
      expect([lane >= 0 && lane < picture.lanes, x >= 0 && x <= 1], id).toEqual([true, true])
  }
  const all = new Set(kept.flatMap(({ tags }) => tags))
  for (const tag of ['clock', 'cut', 'crash', 'delete', 'repair']) expect(all).toContain(tag)
})
