import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { launch } from 'chrome-launcher'
import lighthouse from 'lighthouse'
import { findChromium } from '../../scripts/chromium.ts'
import { serve } from '../../scripts/serve.ts'

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const

/**
 * One page of each kind that was built, so that a new kind is measured without being named: every lesson, every page
 * with a file of its own, and of those that one file makes the first. Pages at old addresses and those made for paper or for other sites' frames aren't
 * searched for, and so aren't what Lighthouse's fourth score is about.
 */
function pagesToMeasure(): readonly string[] {
  const built = (readdirSync('dist', { recursive: true }) as string[])
    .map((file) => `/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('/index.html'))
    .map((file) => file.slice(0, -'index.html'.length))
    .filter((path) => !/^\/(?:bench|embed)\/|\/(?:handout|key)\/$/.test(path))
    .sort()
  const kindOf = (path: string) => (path.startsWith('/lessons/') ? path : path.replace(/[^/]+\/$/, '*'))
  const isPage = (path: string) =>
    !readFileSync(join('dist', path, 'index.html'), 'utf8').includes('data-moved')
  const byKind = new Map<string, string>()
  for (const path of built) {
    // A page that has a file of its own is a kind of its own; the others are made by one file from a list.
    const isOwn = [`${path}index.astro`, `${path.slice(0, -1)}.astro`].some((file) =>
      existsSync(join('src/pages', file)),
    )
    const kind = isOwn ? path : kindOf(path)
    if (!byKind.has(kind) && isPage(path)) byKind.set(kind, path)
  }
  return [...byKind.values()]
}

/** Lighthouse, as on a slow phone, on each kind of page of the built site; the limits stand beside each figure. */
export default async function firstView(report: (line: string) => void): Promise<void> {
  if (!existsSync('dist')) throw new Error('There is no dist to measure: run npm run build first.')
  const site = await serve(compressed('dist', '.cache/served'), 0)
  const chrome = await launch({
    chromePath: findChromium(),
    chromeFlags: ['--headless=new', '--no-sandbox', '--disable-background-networking'],
    logLevel: 'silent',
  })
  try {
    const pages = pagesToMeasure()
    let perfect = 0
    for (const path of pages) {
      const result = await lighthouse(site.url + path.slice(1), {
        port: chrome.port,
        onlyCategories: [...categories],
        logLevel: 'silent',
      })
      if (!result) throw new Error(`Lighthouse gave no result for ${path}`)
      const { lhr } = result
      const scores = categories.map((category) => Math.round((lhr.categories[category]?.score ?? 0) * 100))
      const ms = (audit: string) => Math.round(lhr.audits[audit]?.numericValue ?? Number.NaN)
      report(
        `${path}: ${scores.join(' / ')} of 100 / 100 / 100 / 100; blocked ${ms('total-blocking-time')} of 50 ms; ` +
          `shift ${(lhr.audits['cumulative-layout-shift']?.numericValue ?? Number.NaN).toFixed(3)} of 0; ` +
          `largest paint ${ms('largest-contentful-paint')} ms`,
      )
      if (scores.every((score) => score === 100)) perfect++
      const failing = Object.values(lhr.audits).filter(
        (audit) => audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode !== 'informative',
      )
      for (const audit of failing) report(`    below: ${audit.id} ${audit.displayValue ?? ''}`)
    }
    report(`${perfect} of ${pages.length} pages have 100 four times`)
  } finally {
    chrome.kill()
    await site.close()
  }
}

/** A copy of the built site with what a host would send: texts as brotli. Fonts and pictures are compressed already. */
function compressed(folder: string, copy: string): string {
  rmSync(copy, { recursive: true, force: true })
  cpSync(folder, copy, { recursive: true })
  for (const name of readdirSync(copy, { recursive: true }) as string[])
    if (/\.(html|css|js|json|svg|txt|xml)$/.test(name))
      writeFileSync(join(copy, `${name}.br`), brotliCompressSync(readFileSync(join(copy, name))))
  return copy
}
