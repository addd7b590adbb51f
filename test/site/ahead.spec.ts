import type { Page } from '@playwright/test'
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

test('the next lesson is fetched ahead once the page is at rest, by rules that its policy admits', async ({
  page,
}) => {
  await page.goto(at('/lessons/distributed-systems/'))
  const rules = page.locator('head script[type="speculationrules"]')
  await expect(rules).toBeAttached()
  const { prefetch, prerender } = JSON.parse((await rules.textContent())!) as Record<string, unknown[]>
  expect([prefetch?.length, prerender?.length]).toEqual([1, 1])
  // A refused script would be in the log, and fail every test. That it isn't merely passed over, the answer says.
  const ahead = page.waitForRequest((request) => request.headers()['sec-purpose'] !== undefined)
  await page.goto(at('/lessons/replicas/'))
  expect((await ahead).url()).toContain('/lessons/anti-entropy/')
})

test('a page that the browser draws ahead counts nothing as read until it is shown', async ({ page }) => {
  // What a browser says of a page that it draws ahead; the rest of the page is as always.
  await page.addInitScript(() => {
    let isAhead = true
    Object.defineProperty(document, 'prerendering', { get: () => isAhead })
    document.addEventListener('test:show', () => {
      isAhead = false
      document.dispatchEvent(new Event('prerenderingchange'))
    })
  })
  await page.goto(at('/lessons/replicas/'))
  const secondHeading = page.locator('[data-lesson] > h2[id]').nth(1)
  await secondHeading.scrollIntoViewIfNeeded()
  // Twice as long as a section's end must be in view to count.
  await page.waitForTimeout(2000)
  expect(await events(page)).toEqual([])
  await page.evaluate(() => document.dispatchEvent(new Event('test:show')))
  await expect
    .poll(() => events(page))
    .toContainEqual(expect.objectContaining({ type: 'read', lesson: 'replicas' }))
})

/** The learner's log, as this browser keeps it; empty where nothing was ever kept. */
function events(page: Page): Promise<readonly unknown[]> {
  return page.evaluate(async () => {
    if (!(await indexedDB.databases()).some(({ name }) => name === 'anti-entropy')) return []
    return new Promise<unknown[]>((resolve) => {
      const opening = indexedDB.open('anti-entropy')
      opening.onsuccess = () => {
        const all = opening.result.transaction('events').objectStore('events').getAll()
        all.onsuccess = () => {
          opening.result.close()
          resolve(all.result)
        }
      }
    })
  })
}
