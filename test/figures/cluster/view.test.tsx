// @vitest-environment happy-dom
import { render } from 'preact'
import { describe, expect, test } from 'vitest'
import { keptPlan } from '#build/plans.ts'
import type { RunOutline } from '#outline/types.ts'
import { axisOf } from '#figures/cluster/axis.ts'
import { mostRows } from '#figures/cluster/log.tsx'
import { outlineOf, judgedRun } from '#figures/cluster/run.ts'
import { ClusterView, type ClusterViewProps } from '#figures/cluster/view.tsx'

function drawn(outline: RunOutline, props: Partial<ClusterViewProps> = {}): HTMLElement {
  const page = document.createElement('div')
  render(<ClusterView id="run" outline={outline} at={Infinity} view={[-1e9, 1e9]} {...props} />, page)
  return page
}

const all = (page: HTMLElement, attribute: string) =>
  [...page.querySelectorAll(`[${attribute}]`)].map((one) => one.getAttribute(attribute)!)
const listed = (page: HTMLElement, attribute: string) =>
  all(page, attribute).flatMap((keys) => keys.split('|').filter((key) => key !== ''))

const ids = [
  'ring.read-repair',
  'findings.zombie',
  'findings.two-worlds-crashed',
  'ring.gossip',
  'ring.datacentres',
]

test('where a head has room for few lines, those come first in which the copies differ', () => {
  const outline = outlineOf(keptPlan('anti-entropy.row-3').plan)
  const asks = outline.steps.find(({ text }) => text.startsWith('The cook asks'))!
  const page = drawn(outline, { at: asks.index })
  const heads = [...page.querySelectorAll('.cluster-heads .is-node')].map(({ textContent }) => textContent)
  expect(heads).toHaveLength(3)
  expect(heads.map((text) => /table 3(no nuts|nothing)/.exec(text)?.[1])).toEqual([
    'no nuts',
    'nothing',
    'no nuts',
  ])
  for (const text of heads) expect(text).toMatch(/and \d more/)
})

describe('the picture of a run and its words', () => {
  test.each(ids)('of %s are the same, after the first step as after the last', (id) => {
    const outline = outlineOf(keptPlan(id).plan)
    for (const at of [
      -1,
      ...outline.steps
        .map(({ index }) => index)
        .filter((_, place, { length }) => place % 4 === 3 || place === length - 1),
    ]) {
      const page = drawn(outline, { at })
      const rows = all(page, 'data-row').map(Number)
      // The log keeps the last rows alone, and so does this comparison.
      const told = new Set(rows)
      expect(rows).toEqual(
        outline.steps
          .map(({ index }) => index)
          .filter((index) => index <= at)
          .slice(-mostRows),
      )
      expect(
        all(page, 'data-step')
          .map(Number)
          .filter((index) => told.has(index))
          .sort((a, b) => a - b),
      ).toEqual(rows)
      if (outline.steps.length > mostRows) continue
      const messages = all(page, 'data-message').sort()
      expect(listed(page, 'data-sends').sort()).toEqual(messages)
      const over = [...page.querySelectorAll('[data-message]:not([data-fate="flying"])')]
      expect(listed(page, 'data-ends').sort()).toEqual(
        over.map((one) => one.getAttribute('data-message')).sort(),
      )
    }
  })

  test('have every operation with what was asked and what was answered', () => {
    const outline = outlineOf(keptPlan('ring.read-repair').plan)
    const page = drawn(outline)
    expect(all(page, 'data-operation')).toEqual(outline.operations.map(({ id }) => id))
    const words = page.querySelector('.cluster-log')!.textContent
    for (const { asked, answered } of outline.operations) {
      expect(words).toContain(asked)
      expect(words).toContain(`: ${answered}.`)
    }
  })

  test('fold quiet stretches and say how long they really were', () => {
    const outline = outlineOf(keptPlan('findings.zombie').plan)
    const page = drawn(outline)
    expect(all(page, 'data-fold')).toEqual(axisOf(outline).folds.map(({ text }) => text))
    expect(all(page, 'data-fold')).toContain('6 days')
    expect(page.querySelector('.cluster-log')!.textContent).toContain('6 days: nothing happens.')
  })

  test('count the background in one mark', () => {
    const page = drawn(outlineOf(keptPlan('ring.gossip').plan))
    expect(page.querySelector('.cluster-chatter text')!.textContent).toMatch(/^\d+$/)
    expect(page.querySelector('.cluster-log')!.textContent).toMatch(
      /: \d+ background messages, nothing changes/,
    )
  })
})

describe('what is withheld', () => {
  const outline = outlineOf(keptPlan('findings.stale-without-fault').plan)
  const [, second] = outline.steps

  test('is not in the page', () => {
    const page = drawn(outline, { at: second!.index, cover: second!.index })
    expect(page.textContent).toContain('Answer first')
    expect(page.textContent).not.toContain('nothing there')
    expect(all(page, 'data-row')).toHaveLength(2)
    const shown = all(page, 'data-step').map(Number)
    expect(Math.max(...shown)).toBe(second!.index)
  })

  test('stays so when the reader steps back: no moment after it is named', () => {
    const page = drawn(outline, { at: -1, cover: second!.index })
    const later = outline.steps.filter(({ at }) => at > second!.at).map(({ at }) => `${at} ms`)
    const ticks = [...page.querySelectorAll('.cluster-tick')].map(({ textContent }) => textContent)
    expect(ticks.filter((tick) => later.includes(tick!))).toEqual([])
  })
})

describe('a verdict', () => {
  test('is told first and rings the events that it names', () => {
    const { outline, verdict } = judgedRun(keptPlan('findings.stale-without-fault').plan, 'fresh reads')
    expect(verdict!.result).toBe('broken')
    const page = drawn(outline, { verdict })
    expect(page.querySelector('.cluster-said p')!.textContent).toMatch(/^fresh reads: broken\./)
    expect(page.querySelectorAll('.is-lit').length).toBeGreaterThan(0)
  })
})

describe('a message', () => {
  test('opens with who, when, how big, what became of it and what it carries', () => {
    const outline = outlineOf(keptPlan('findings.two-worlds-crashed').plan)
    const lost = outline.messages.find(({ fate }) => fate === 'lost')!
    const text = drawn(outline, { picked: lost.key }).querySelector('[data-open]')!.textContent!
    expect(text).toContain('the node was down')
    expect(text).toContain(lost.address)
    expect(text).toMatch(/about \d+ bytes/)
    expect(text).toContain('no nuts')
  })

  test('that has not left yet cannot be open', () => {
    const outline = outlineOf(keptPlan('ring.quorum').plan)
    const last = outline.messages.at(-1)!
    expect(drawn(outline, { at: -1, picked: last.key }).querySelector('[data-open]')).toBeNull()
  })
})

test('only what is in view is drawn, however long the run', () => {
  const outline = outlineOf(keptPlan('ring.repair-depth').plan)
  const whole = drawn(outline).querySelectorAll('[data-message]').length
  const part = drawn(outline, { view: [0, 120] }).querySelectorAll('[data-message]').length
  expect(part).toBeGreaterThan(0)
  expect(part).toBeLessThan(whole / 2)
})

test('the picture has no style attribute: the page’s policy refuses it', () => {
  expect(drawn(outlineOf(keptPlan('ring.datacentres').plan)).innerHTML).not.toMatch(/\sstyle=/)
})
