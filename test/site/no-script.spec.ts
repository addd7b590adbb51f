import { at, expect, test } from './site.ts'

test.use({ javaScriptEnabled: false })

test('without JavaScript a lesson reads whole: text, tables, figures, contents', async ({ page }) => {
  await page.goto(at('/lessons/merkle-trees/'))
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect((await page.locator('article').innerText()).split(/\s+/).length).toBeGreaterThan(1_500)
  await expect(page.locator('article table').first()).toBeVisible()
  await expect(page.locator('[data-figure]').first()).toBeVisible()
})

test('without JavaScript the list of lessons opens, and no button is shown that would do nothing', async ({
  page,
}) => {
  await page.goto(at('/'))
  await page.getByRole('button', { name: 'Lessons' }).click()
  await expect(page.locator('#lesson-menu')).toBeVisible()
  await expect(page.locator('[data-theme-switch]')).toBeHidden()
})

test('without JavaScript both themes follow the system', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto(at('/'))
  await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(22, 24, 27)')
})
