import { at, expect, test } from './site.ts'

test('a page paints from its own HTML: no stylesheet and no script stands in the way', async ({ page }) => {
  for (const path of ['/', '/lessons/replicas/', '/cards/', '/glossary/'] as const) {
    const blocking: string[] = []
    page.removeAllListeners('request')
    page.on('request', (request) => {
      if (request.resourceType() === 'stylesheet') blocking.push(request.url())
    })
    await page.goto(at(path), { waitUntil: 'domcontentloaded' })
    await expect(page.locator('head style').first()).toBeAttached()
    expect(await page.locator('head script[src]:not([type="module"]):not([async])').count(), path).toBe(0)
    expect(blocking, path).toEqual([])
    // The styles are the page's own, and the policy lets them in.
    await expect(page.locator('body')).toHaveCSS('margin-top', '0px')
  }
})

test('the next lesson is fetched ahead once the page is at rest, and counts nothing as read', async ({
  page,
}) => {
  const violations: string[] = []
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) violations.push(message.text())
  })
  await page.goto(at('/lessons/distributed-systems/'))
  const rules = page.locator('head script[type="speculationrules"], head link[rel="prefetch"]')
  await expect(rules).toBeAttached()
  expect(violations).toEqual([])
  await page.locator('a[rel="next"]').last().scrollIntoViewIfNeeded()
  await page.locator('a[rel="next"]').last().hover()
  const read = await page.evaluate(
    () =>
      new Promise<unknown[]>((resolve) => {
        const opening = indexedDB.open('anti-entropy')
        opening.onsuccess = () => {
          const all = opening.result.transaction('events').objectStore('events').getAll()
          all.onsuccess = () => resolve(all.result)
        }
      }),
  )
  expect(read.filter((event) => JSON.stringify(event).includes('"lesson":"replicas"'))).toEqual([])
})
