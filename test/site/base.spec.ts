import { readFileSync } from 'node:fs'
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

test('a site that knows its host says whole addresses: canonical, preview, sitemap, feed and robots.txt', () => {
  const root = 'https://example.org/notebook/'
  const read = (file: string) => readFileSync(`dist-base/${file}`, 'utf8')
  const pages = basedFiles().filter(([, html]) => html.includes('property="og:title"'))
  expect(pages.length).toBeGreaterThanOrEqual(3)
  for (const [file, html] of pages) {
    const path = file.replaceAll('\\', '/').replace(/index\.html$/, '')
    if (path !== '404.html') expect(html, file).toContain(`<link rel="canonical" href="${root}${path}">`)
    const picture = /property="og:image" content="([^"]+)"/.exec(html)?.[1]
    expect(picture, file).toMatch(/^https:\/\/example\.org\/notebook\/.*\.png$/)
    // A picture that isn't there would be a broken preview in every chat.
    expect(read(picture!.slice(root.length)).length, picture).toBeGreaterThan(1000)
  }
  expect(read('robots.txt')).toContain(`Sitemap: ${root}sitemap-index.xml`)
  expect(read('sitemap-index.xml')).toContain(`<loc>${root}sitemap-0.xml</loc>`)
  const listed = [...read('sitemap-0.xml').matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address!)
  expect(listed).toEqual(expect.arrayContaining([root, `${root}lessons/merkle-trees/`, `${root}glossary/`]))
  expect(
    listed.filter((address) => !address.startsWith(root) || /\/(bench|handout|key)\//.test(address)),
  ).toEqual([])

  const feed = read('changes.xml')
  expect(feed).toContain('<rss version="2.0"')
  const links = [...feed.matchAll(/<item>[\s\S]*?<link>([^<]+)<\/link>/g)].map(([, address]) => address!)
  expect(links.length).toBeGreaterThan(0)
  for (const link of links) expect(link).toMatch(/^https:\/\/example\.org\/notebook\/changes\/#[a-z0-9-]+$/)
})
