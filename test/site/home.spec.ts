import { at, expect, test } from './site.ts'

test('the evening plays, is dragged by keys, and runs again as the reader changes it', async ({ page }) => {
  const fetched: string[] = []
  page.on('request', (request) => fetched.push(request.url()))
  await page.goto(at('/'))
  const figure = page.locator('[data-figure="evening"]')
  const verdict = figure.locator('.verdict')
  await expect(verdict).toContainText('7 copies are missing')
  await expect(figure.locator('.slip-lacks')).toHaveCount(7)
  // It plays the whole evening, and the repair makes all equal.
  await figure.getByRole('button', { name: 'Play' }).click()
  await expect(verdict).toHaveText('At 13.0 s all copies agree.', { timeout: 45_000 })
  await expect(figure.locator('.slip-lacks')).toHaveCount(0)
  await expect(figure.getByRole('button', { name: 'Play' })).toBeVisible()
  // The engine isn't loaded before something is changed.
  expect(fetched.filter((url) => /\/live\./.test(url))).toEqual([])
  await figure.getByRole('checkbox', { name: /Run a repair/ }).uncheck()
  await expect(verdict).toContainText('At 13.0 s 7 copies are missing')
  const dead = figure.getByRole('slider', { name: /is cut off for/ })
  await dead.focus()
  await page.keyboard.press('Home')
  await expect(verdict).toHaveText('At 13.0 s all copies agree.')
  await figure.getByRole('slider', { name: 'Time' }).focus()
  await page.keyboard.press('Home')
  await expect(figure.locator('.slip-not-yet')).toHaveCount(24)
  expect(fetched.some((url) => /\/live\./.test(url))).toBe(true)
})

test('with reduced motion it goes from change to change', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(at('/'))
  const figure = page.locator('[data-figure="evening"]')
  const moment = figure.getByRole('slider', { name: 'Time' })
  await expect(moment).toBeEnabled()
  await moment.fill('1000')
  await figure.getByRole('button', { name: 'Play' }).click()
  await expect.poll(() => moment.inputValue()).not.toBe('1000')
  await figure.getByRole('button', { name: 'Pause' }).click()
  const there = await moment.inputValue()
  await page.waitForTimeout(1200)
  expect(await moment.inputValue()).toBe(there)
})

test('who was here before is offered to go on', async ({ page }) => {
  await page.goto(at('/cards/merkle-trees/'))
  await page.locator('[data-card] summary').first().click()
  await expect(page.locator('[data-progress-words="merkle-trees"]').first()).toContainText('1 of')
  await page.goto(at('/'))
  const start = page.locator('[data-start]')
  await expect(start).toHaveText('Continue: Merkle trees')
  await start.click()
  await expect(page).toHaveURL(/\/lessons\/merkle-trees\/$/)
})
