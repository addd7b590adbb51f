import { builtPages } from './built.ts'
import { at, expect, test } from './site.ts'

test.use({ serviceWorkers: 'allow', mayComplain: true })

test('the whole course is kept, and every kind of page, search and code work without a network', async ({
  page,
  context,
}) => {
  test.setTimeout(240_000)
  await page.goto(at('/offline/'))
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await expect(page.locator('[data-kept="nothing"]')).toContainText('MB')
  await page.getByRole('button', { name: 'Keep the whole course' }).click()
  await expect(page.locator('[data-kept="current"]')).toBeVisible({ timeout: 200_000 })

  await context.setOffline(true)
  const kinds = new Map(
    builtPages()
      .filter((path) => path.endsWith('/'))
      .map((path) => [path.replace(/[^/]+\/$/, ''), path]),
  )
  for (const path of kinds.values()) {
    await page.goto(at(path), { waitUntil: 'domcontentloaded' })
    await expect(page.locator('h1').first(), path).toBeVisible()
  }
  await page.goto(at('/search/?q=quorum'))
  await expect(page.getByRole('status').first()).toContainText('found for “quorum”')
  await page.goto(at('/lessons/replicas/'))
  const cell = page.locator('[data-cell]:visible').first()
  await cell.scrollIntoViewIfNeeded()
  await cell.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(cell).toHaveAttribute('data-state', 'done')
})
