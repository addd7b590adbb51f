// @vitest-environment happy-dom
import { render } from 'preact'
import { afterEach, expect, it } from 'vitest'
import { Keys } from '#components/cell/keys.tsx'

afterEach(() => {
  render(null, document.body)
  document.body.replaceChildren()
})

/** The lines that lie in one place and aren't away, by what they say. */
function said(isOpen: boolean, problem: string): string[] {
  render(<Keys isOpen={isOpen} tabLeaves={false} problem={problem} onUse={() => {}} />, document.body)
  return [...document.querySelectorAll('.cell-keys > p:not(.away, .idle)')].map((line) => line.textContent)
}

it.each([
  ['closed', false, ''],
  ['open', true, ''],
])('with a cell %s, one line for fingers and one for keys tell what to do', (_, isOpen, problem) => {
  const lines = said(isOpen, problem).filter((line) => line !== '')
  expect(lines.length).toBe(isOpen ? 2 : 0)
})

it('a problem at the cursor stands alone in its place, for fingers as for keys', () => {
  expect(said(true, 'Line 3: There’s no fo on Run.')).toEqual(['Line 3: There’s no fo on Run.'])
})
