// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { Steps } from '#figures/controls/steps.tsx'

afterEach(() => {
  render(null, document.body)
  document.body.replaceChildren()
})

function shown(step: number, onStep: ((step: number) => void) | undefined) {
  void act(() => render(<Steps step={step} first={1} last={3} onStep={onStep} />, document.body))
  return [...document.querySelectorAll('button')] as [HTMLButtonElement, HTMLButtonElement]
}

it('goes on from the first step to the last, and back', () => {
  const onStep = vi.fn()
  const [back, next] = shown(2, onStep)
  next.click()
  back.click()
  expect(onStep.mock.calls).toEqual([[3], [1]])
})

it.each([
  ['Back', 1, 0],
  ['Next step', 3, 1],
] as const)(
  'keeps the focus on “%s” when that was the last there is, and then does nothing',
  (name, step, which) => {
    // prettier-ignore
    const onStep = vi.fn()
    shown(2, onStep)[which].focus()
    const button = shown(step, onStep)[which]
    button.click()
    expect(document.activeElement).toBe(button)
    expect([button.textContent, button.disabled, button.ariaDisabled ?? button.getAttribute('aria-disabled')]).toEqual([name, false, 'true']) // prettier-ignore
    expect(onStep).not.toHaveBeenCalled()
  },
)

it('waits for its page: before that both are disabled', () => {
  expect(shown(2, undefined).map(({ disabled }) => disabled)).toEqual([true, true])
})
