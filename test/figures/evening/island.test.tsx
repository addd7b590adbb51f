// @vitest-environment happy-dom
import { render } from 'preact'
import { expect, test, vi } from 'vitest'
import { keptPlan } from '#build/plans.ts'
import EveningIsland from '#figures/evening/island.tsx'
import { firstEvening } from '#figures/evening/live.ts'

test('the first press on Play shows the evening from its start, and after a drag it goes on from there', async () => {
  const frames = new Map<number, (now: number) => void>()
  let asked = 0
  vi.stubGlobal('requestAnimationFrame', (draw: (now: number) => void) => {
    frames.set(++asked, draw)
    return asked
  })
  vi.stubGlobal('cancelAnimationFrame', (id: number) => frames.delete(id))
  vi.spyOn(performance, 'now').mockReturnValue(1000)
  vi.stubGlobal('IntersectionObserver', class { observe() {} disconnect() {} }) // prettier-ignore
  const { plan } = keptPlan('home.evening')
  const page = document.createElement('div')
  document.body.append(page)
  render(<EveningIsland id="e" plan={plan} first={firstEvening(plan)} atMs={9000} deadMs={5000} />, page)
  const slider = () => page.querySelector<HTMLInputElement>('input[type="range"]')!
  const button = (name: string) => [...page.querySelectorAll('button')].find(({ textContent }) => textContent?.includes(name))! // prettier-ignore
  /** Draws what waits for a frame until the figure stands where `is` wants it. */
  const until = (is: (ms: number) => boolean) =>
    vi.waitFor(() => {
      for (const [id, draw] of [...frames]) {
        frames.delete(id)
        draw(1100)
      }
      expect(is(Number(slider().value))).toBe(true)
    })
  await until((ms) => ms === 9000)
  await vi.waitFor(() => expect(button('Play').disabled).toBe(false))
  button('Play').click()
  await until((ms) => ms > 0 && ms < 5000)
  button('Pause').click()
  await until(() => button('Play') !== undefined && frames.size === 0)
  slider().value = '9000'
  slider().dispatchEvent(new Event('input', { bubbles: true }))
  await until((ms) => ms === 9000)
  button('Play').click()
  await until((ms) => ms > 9000)
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})
