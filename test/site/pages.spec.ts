import { at, expect, test } from './site.ts'

test('the home page lists the seven lessons', async ({ page }) => {
  await page.goto(at('/'))
  for (const slug of [
    'distributed-systems',
    'replicas',
    'anti-entropy',
    'merkle-trees',
    'cassandra-repair',
    'cassandra-vs-mongodb',
    'databases-for-ai',
  ])
    await expect(page.locator(`main a[href$="/lessons/${slug}/"]`).first()).toBeVisible()
})
