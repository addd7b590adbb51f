import { at, expect, test } from './site.ts'

test('at 200% text size a lesson fits a narrow window, and keeps its text wide in a broad one', async ({
  page,
}) => {
  await page.setViewportSize({ width: 640, height: 900 })
  await page.goto(at('/lessons/merkle-trees/'))
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0)
  // Contents and margin grew with the letters, and left 170 px between them for the text.
  await page.setViewportSize({ width: 1280, height: 900 })
  await expect(page.locator('.contents')).toBeVisible()
  expect(
    await page.evaluate(() => document.querySelector('.prose')!.getBoundingClientRect().width),
  ).toBeGreaterThan(1280 * 0.35)
})

test('the layers stand in their order whatever stylesheets a page adds', async ({ page }) => {
  await page.goto(at('/lessons/merkle-trees/'))
  // A button's look comes from `parts`; were `reset` behind it, there would be no border left.
  const first = page.locator('.button').first()
  await expect(first).toHaveCount(1)
  expect(await first.evaluate((button) => getComputedStyle(button).borderTopStyle)).toBe('solid')
})

test('nothing moves while the fonts arrive', async ({ page }) => {
  await page.route('**/*.woff2', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 400))
    await route.continue()
  })
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(at('/'))
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value
        }).observe({ type: 'layout-shift', buffered: true })
        void document.fonts.ready.then(() => setTimeout(() => resolve(sum), 300))
      }),
  )
  expect(shift).toBeLessThan(0.01)
})

test('with forced colours the current lesson and the buttons keep their outlines', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto(at('/lessons/merkle-trees/'))
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const rings = page.locator('.course .progress')
  expect(await rings.first().evaluate((ring) => getComputedStyle(ring).borderTopWidth)).not.toBe('0px')
})
