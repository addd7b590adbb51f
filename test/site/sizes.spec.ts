import { brotliCompressSync } from 'node:zlib'
import type { Request } from '@playwright/test'
import { lessonSlugs } from '#build/lessons.ts'
import { builtHtml } from './built.ts'
import { at, expect, test } from './site.ts'

const budget = { all: 80 * 1024, scripts: 22 * 1024 }

const lessons = lessonSlugs()

for (const path of ['/', ...lessons.map((slug) => `/lessons/${slug}/` as const), '/glossary/'] as const)
  test(`the first view of ${path} stays within its budget`, async ({ page }) => {
    const sizes: { url: string; type: string; bytes: number }[] = []
    const reading: Promise<void>[] = []
    let lastMs = 0
    // What is fetched ahead for the next page comes when this one is at rest: it's no part of this view.
    const isAhead = (request: Request) => request.headers()['sec-purpose'] !== undefined
    page.on('request', (request) => isAhead(request) || (lastMs = Date.now()))
    page.on('response', (response) => {
      if (isAhead(response.request())) return
      const type = response.request().resourceType()
      reading.push(
        response.body().then((body) => {
          // Fonts are compressed already; everything else travels as a host would send it.
          const bytes = type === 'font' ? body.length : brotliCompressSync(body).length
          sizes.push({ url: response.url(), type, bytes })
        }),
      )
    })
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(at(path), { waitUntil: 'load' })
    // Playwright's own "networkidle" comes too soon on a busy machine, and half of the files would go uncounted.
    await expect.poll(() => Date.now() - lastMs, { timeout: 20_000 }).toBeGreaterThan(1500)
    await Promise.all(reading)
    // One that stands further down makes the browser lay out anew all that is above it.
    await expect(page.locator('body link[rel="stylesheet"]')).toHaveCount(0)
    const total = (of: typeof sizes) => of.reduce((sum, { bytes }) => sum + bytes, 0)
    const told = sizes.map(({ url, bytes }) => `${bytes} ${new URL(url).pathname}`).join('\n')
    expect(total(sizes), told).toBeLessThanOrEqual(budget.all)
    expect(total(sizes.filter(({ type }) => type === 'script')), told).toBeLessThanOrEqual(budget.scripts)
  })

test('the HTML of a lesson, its styles and all its drawings in it, stays within its budget, raw and packed', () => {
  const most = { raw: 290 * 1024, packed: 46 * 1024 }
  for (const slug of lessons) {
    const html = Buffer.from(builtHtml(`/lessons/${slug}/`))
    expect(html.length, slug).toBeLessThanOrEqual(most.raw)
    expect(brotliCompressSync(html).length, slug).toBeLessThanOrEqual(most.packed)
  }
})
