import { expect, test as base, type Page } from '@playwright/test'

/** Where the built site is served: `at('/lessons/merkle-trees/')`. */
export function at(path: `/${string}`): string {
  const url = process.env.SITE_URL
  if (!url) throw new Error('SITE_URL is set by test/site/serve-built.ts')
  return url + path.slice(1)
}

/** The same under the base path /notebook/. */
export function atBase(path: `/${string}`): string {
  const url = process.env.BASED_URL
  if (!url) throw new Error('BASED_URL is missing: build dist-base first (npm test does)')
  return url + path.slice(1)
}

/**
 * Playwright's test, with one law for all: a page that logs an error, throws, or breaks the policy fails its test.
 * A test that means to provoke errors says so: `test.use({ mayComplain: true })`.
 */
export const test = base.extend<{ mayComplain: boolean; complaints: string[] }>({
  mayComplain: [false, { option: true }],
  complaints: [
    async ({ page, mayComplain }, use) => {
      const complaints: string[] = []
      listen(page, complaints)
      await use(complaints)
      if (!mayComplain) expect(complaints).toEqual([])
    },
    { auto: true },
  ],
})

function listen(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(`thrown: ${error.message}`))
  page.on('console', (message) => {
    // Playwright says so itself, wherever a page registers its service worker and the test blocks it.
    if (message.text().includes('Service Worker registration blocked by Playwright')) return
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push(`${message.type()}: ${message.text()}`)
  })
}

export { expect }
