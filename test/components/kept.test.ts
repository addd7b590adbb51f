import { expect, it } from 'vitest'
import { keptNames } from '#components/bench/kept.ts'

it('offers each kept plan by a sentence, with what happens in it and a picture of it', () => {
  const kept = keptNames()
  expect(kept.length).toBeGreaterThan(50)
  for (const { id, title, tags, picture } of kept) {
    expect(title, id).toMatch(/^[A-Z0-9“].{7,}[.!?]$/s)
    expect(tags.length, id).toBeGreaterThan(0)
    if (picture === undefined) continue
    // It's drawn from the run: where anything happened, a message or a request is seen.
    expect(picture.flights + picture.lost + picture.gaps + picture.asks.join(), id).not.toBe('')
    for (const [number] of JSON.stringify(picture).matchAll(/\d+/g))
      expect(Number(number), id).toBeLessThanOrEqual(120)
  }
  const all = new Set(kept.flatMap(({ tags }) => tags))
  for (const tag of ['clock', 'cut', 'crash', 'delete', 'repair']) expect(all).toContain(tag)
})

it('draws what was lost in the run, and nothing that the plan only asks for', () => {
  expect(keptNames().filter(({ picture }) => picture === undefined).length).toBeLessThan(5)
  const lost = keptNames().find(({ id }) => id === 'findings.lost-to-a-client-clock')
  const all = keptNames()
  expect(all.filter(({ picture }) => (picture?.lost ?? '') !== '').length).toBeGreaterThan(5)
  expect(all.filter(({ picture }) => (picture?.gaps ?? '') !== '').length).toBeGreaterThan(10)
  expect(lost?.picture?.lost ?? '').toBe('')
})
