// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import TodayIsland from '#components/reviews/today-island.tsx'

afterEach(() => vi.unstubAllGlobals())

it('a fold that’s opened while the cards are on their way stays open, and then holds its part', async () => {
  let arrive = (_: Response) => {}
  vi.stubGlobal('fetch', () => new Promise<Response>((resolve) => (arrive = resolve)))
  const page = document.createElement('div')
  document.body.append(page)
  void act(() =>
    render(<TodayIsland cards="/cards.json" reviewPage="/review/" site="https://a.example" />, page),
  )
  const folds = [...page.querySelectorAll('details')]
  expect(folds.length).toBe(4)
  expect(page.querySelector('[data-due]')).toBeNull()
  for (const fold of folds) fold.open = true
  arrive(new Response(JSON.stringify({ cards: [], sections: {} })))
  await vi.waitFor(() => expect(page.querySelector('[data-due]')).not.toBeNull())
  expect(folds.every(({ isConnected, open }) => isConnected && open)).toBe(true)
  expect(page.textContent).not.toContain('Loading your cards')
  expect(page.querySelector('.own-cards, form, input[type="file"]')).not.toBeNull()
})
