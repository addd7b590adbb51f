import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { Wall } from '#figures/adversary/wall.tsx'

/** How many dashes of 4 with gaps of 6 the lines of a path make: the squares that the stylesheet draws along it. */
function squaresOf(page: string): number {
  const path = /class="adversary-open" d="([^"]*)"/.exec(page)?.[1] ?? ''
  const lengths = [...path.matchAll(/M\d+ \d+h(\d+)/g)].map(([, length]) => Number(length))
  return lengths.reduce((sum, length) => sum + Math.ceil(length / 10), 0)
}

describe('the wall of attacks', () => {
  it.each([
    [1000, 0],
    [1000, 1],
    [1000, 49],
    [1000, 50],
    [1000, 999],
    [1000, 1000],
    [130, 7],
  ])('of %i attacks has a pale square for each that has not run, %i having run', (seeds, tried) => {
    const page = renderToString(<Wall seeds={seeds} tried={tried} broken={[]} />)
    expect(squaresOf(page)).toBe(seeds - tried)
    expect(page.match(/h8v8h-8z/g)?.length ?? 0).toBe(tried)
  })

  it('is short while all of it waits: a thousand squares are twenty lines', () => {
    expect(renderToString(<Wall seeds={1000} tried={0} broken={[]} />).length).toBeLessThan(700)
  })
})
