import { atBase, expect, test } from './site.ts'

test('under a base path every page has its style, its fonts, its theme and its links', async ({ page }) => {
  const missing: string[] = []
  page.on('response', (response) => {
    if (response.status() >= 400) missing.push(response.url())
  })
  await page.goto(atBase('/'))
  await page.getByRole('button', { name: 'Lessons' }).click()
  await page.locator('#lesson-menu a', { hasText: 'Merkle trees' }).click()
  await expect(page).toHaveURL(/\/notebook\/lessons\/merkle-trees\/$/)
  await page.getByRole('link', { name: 'Glossary' }).first().click()
  await expect(page).toHaveURL(/\/notebook\/glossary\/$/)
  await expect(page.getByRole('button', { name: 'Theme (now light)' })).toBeVisible()
  await page.getByRole('link', { name: 'Anti-Entropy' }).click()
  await expect(page).toHaveURL(/\/notebook\/$/)
  expect(missing).toEqual([])
})
