// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, expect, it } from 'vitest'
import { CardView } from '#components/reviews/card-view.tsx'

afterEach(() => render(null, document.body))

const card = {
  ...{ id: 'replicas.quorum', version: 1, section: 'quorum', idea: 'quorum', front: 'When do they overlap?' },
  ...{ back: 'When W + R > N.', lesson: 'replicas', lessonTitle: 'Replicas', passage: undefined },
}
const rests = { again: 60_000, hard: 60_000, good: 60_000, easy: 60_000 }

function show(isOpen: boolean): Promise<void> {
  const ignored = () => undefined
  const view = (
    <CardView
      card={card as never}
      isOpen={isOpen}
      note=""
      showsPassage={false}
      rests={rests}
      flip={ignored}
      grade={ignored}
      writeNote={ignored}
    />
  )
  return act(() => render(view, document.body))
}

it('the answer has the focus once it’s shown, in place of the button that showed it', async () => {
  await show(false)
  document.querySelector('button')!.focus()
  await show(true)
  expect(document.activeElement).toBe(document.querySelector('.review-back'))
  expect(document.activeElement?.textContent).toContain('When W')
})
