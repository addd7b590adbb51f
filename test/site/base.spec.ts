import { basedFiles } from './built.ts'
import { atBase, expect, test } from './site.ts'

test('under a base path every page has its style, its fonts, its theme and its links', async ({ page }) => {
  const missing: string[] = []
  page.on('response', (response) => {
    // The next lesson is fetched ahead, and isn't among the pages that are built here.
    const isAhead = response.request().headers()['sec-purpose'] !== undefined
    if (response.status() >= 400 && !isAhead) missing.push(response.url())
  })
  await page.goto(atBase('/'))
  await page.getByRole('button', { name: 'Lessons' }).click()
  await page.locator('#lesson-menu a', { hasText: 'Merkle trees' }).click()
  await expect(page).toHaveURL(/\/notebook\/lessons\/merkle-trees\/$/)
  const cell = page.locator('[data-cell="hash-a-text"]')
  await cell.scrollIntoViewIfNeeded()
  await cell.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(cell).toHaveAttribute('data-state', 'done')
  await page.getByRole('link', { name: 'Glossary' }).first().click()
  await expect(page).toHaveURL(/\/notebook\/glossary\/$/)
  await expect(page.getByRole('button', { name: 'Theme (now light)' })).toBeVisible()
  await page.locator('.brand').click()
  await expect(page).toHaveURL(/\/notebook\/$/)
  expect(missing).toEqual([])
})

test('no address in what is built under a base path leaves it', () => {
  const addresses = basedFiles().flatMap(([file, html]) =>
    [...html.matchAll(/\s(?:href|src|component-url|renderer-url|data-find)="(\/[^"]*)"/g)].map(
      ([, address]) => `${file}: ${address}`,
    ),
  )
  expect(addresses.length).toBeGreaterThan(50)
  expect(addresses.filter((address) => !/: \/notebook\//.test(address))).toEqual([])
})
