// @vitest-environment happy-dom
import { render } from 'preact'
import { afterEach, expect, it, vi } from 'vitest'
import { InTurn } from '#figures/in-turn.tsx'

afterEach(() => render(null, document.body))

it('what stands around it is drawn first, and it follows in a task of its own', async () => {
  const drawn = () => document.body.textContent
  render(
    <>
      picture, <InTurn>panels, </InTurn>foot
    </>,
    document.body,
  )
  expect(drawn()).toBe('picture, foot')
  await vi.waitFor(() => expect(drawn()).toBe('picture, panels, foot'))
})
