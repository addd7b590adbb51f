import { at, expect, test } from './site.ts'

test('the skip link is the first stop, is seen then, and leads to the text', async ({ page }) => {
  await page.goto(at('/lessons/merkle-trees/'))
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to the text' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.locator('#main')).toBeFocused()
})

test('the list of lessons opens, is walked, closes and leads to a lesson by keys alone', async ({ page }) => {
  await page.goto(at('/'))
  const button = page.getByRole('button', { name: 'Lessons' })
  await button.focus()
  await page.keyboard.press('Enter')
  const menu = page.locator('#lesson-menu')
  await expect(menu).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(menu).toBeHidden()
  await expect(button).toBeFocused()
  await page.keyboard.press('Enter')
  for (const _ of [1, 2, 3, 4]) await page.keyboard.press('Tab')
  await expect(menu.getByRole('link', { name: /Merkle trees/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/lessons\/merkle-trees\/$/)
})

test('the list of lessons works by touch and closes by a touch beside it', async ({ browser }) => {
  const context = await browser.newContext({
    hasTouch: true,
    isMobile: true,
    viewport: { width: 390, height: 844 },
  })
  const page = await context.newPage()
  await page.goto(at('/glossary/'))
  await page.getByRole('button', { name: 'Lessons' }).tap()
  await expect(page.locator('#lesson-menu')).toBeVisible()
  await page.touchscreen.tap(195, 800)
  await expect(page.locator('#lesson-menu')).toBeHidden()
  await context.close()
})

test('what is pressed in the header is at least 24 pixels in both directions', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 })
  await page.goto(at('/'))
  const targets = page.locator('.brand, .bar-item:visible')
  expect(await targets.count()).toBeGreaterThan(2)
  for (const target of await targets.all()) {
    const box = await target.boundingBox()
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24)
  }
})
