// @vitest-environment happy-dom
import { render } from 'preact'
import { describe, expect, test } from 'vitest'
import { scaleOf } from '#figures/plot/scale.ts'
import { PlotView, type PlotData } from '#figures/plot/view.tsx'

const data: PlotData = {
  x: 'replicas',
  y: 'milliseconds',
  lines: [
    { name: 'ONE', points: [[1, 10], [3, 12], [5, 12.5]] }, // prettier-ignore
    { name: 'ALL', points: [[1, 10], [5, 420]] }, // prettier-ignore
  ],
}

function drawn(given: PlotData): HTMLElement {
  const page = document.createElement('div')
  render(<PlotView data={given} />, page)
  return page
}

describe('the view of a plot', () => {
  test('draws each line, and has every number as a table', () => {
    const page = drawn(data)
    expect([...page.querySelectorAll('[data-line]')].map((line) => line.getAttribute('data-line'))).toEqual([
      'ONE',
      'ALL',
    ])
    const rows = [...page.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    )
    expect(rows).toEqual([['1', '10', '10'], ['3', '12', ''], ['5', '12.5', '420']]) // prettier-ignore
    expect(page.innerHTML).not.toMatch(/\sstyle=/)
  })

  test('says so when there is nothing to plot', () => {
    expect(drawn({ x: 'x', y: 'y', lines: [] }).textContent).toContain('nothing to plot')
  })
})

describe('scaleOf(values, start, end, fromZero)', () => {
  test.each([[[0, 420]], [[3, 3]], [[-7, 12]], [[0.001, 0.0042]], [[1e6, 4e6]], [[0, 0]]])(
    'holds %j between round numbers',
    (values) => {
      const { ticks, at } = scaleOf(values, 300, 20, true)
      for (const value of values) {
        expect(at(value)).toBeLessThanOrEqual(300)
        expect(at(value)).toBeGreaterThanOrEqual(20)
      }
      expect(at(ticks[0]!)).toBeCloseTo(300)
      expect(at(ticks.at(-1)!)).toBeCloseTo(20)
      expect(ticks.length).toBeGreaterThanOrEqual(2)
      expect(ticks.length).toBeLessThanOrEqual(8)
    },
  )
})
