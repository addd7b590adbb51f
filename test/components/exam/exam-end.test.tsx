// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { ExamEnd } from '#components/exam/exam-end.tsx'

afterEach(() => render(null, document.body))

const press = (words: string) =>
  act(() => [...document.querySelectorAll('button')].find((one) => one.textContent === words)!.click())

it('the focus goes with what is asked, and to no button that a second Enter would press', async () => {
  const end = vi.fn()
  await act(() => render(<ExamEnd open={2} flagged={1} end={end} />, document.body))
  expect(document.activeElement).toBe(document.body)
  const box = document.querySelector('.exam-end')
  await press('Submit the exam')
  expect(box?.textContent).toContain('2 questions have no answer yet. 1 flagged. You can submit once.')
  expect(document.activeElement).toBe(box)
  await press('Keep answering')
  expect(document.activeElement).toBe(box)
  expect(end).not.toHaveBeenCalled()
})
