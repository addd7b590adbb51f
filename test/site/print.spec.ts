import { at, expect, test } from './site.ts'

test('on paper a lesson is dark ink on white, without what only a screen needs', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await page.goto(at('/lessons/merkle-trees/'))
  await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(255, 255, 255)')
  await expect(page.locator('html')).toHaveCSS('color', 'rgb(29, 33, 38)')
  for (const part of ['.bar', '.foot', '.contents', '.pager', '.skip'])
    await expect(page.locator(part)).toBeHidden()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('what is folded is unfolded on paper', async ({ page }) => {
  await page.goto(at('/lessons/merkle-trees/'))
  const fold = page.locator('article details:not([open])').first()
  await expect(fold).toHaveCount(1)
  const folded = await fold.evaluate((details) => details.getBoundingClientRect().height)
  await page.emulateMedia({ media: 'print' })
  const unfolded = await fold.evaluate((details) => details.getBoundingClientRect().height)
  expect(unfolded).toBeGreaterThan(folded)
})

test('on paper a link that leads outside shows its address', async ({ page }) => {
  await page.emulateMedia({ media: 'print' })
  await page.goto(at('/lessons/merkle-trees/'))
  const link = page.locator('.sources a[href^="http"]').first()
  await expect(link).toHaveCount(1)
  const address = await link.getAttribute('href')
  expect(await link.evaluate((a) => getComputedStyle(a, '::after').content)).toContain(address)
})
