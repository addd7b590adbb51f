import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { launch } from 'chrome-launcher'
import lighthouse from 'lighthouse'
import { findChromium } from '../../scripts/chromium.ts'
import { serve } from '../../scripts/serve.ts'

const pages = [
  '/',
  '/lessons/distributed-systems/',
  '/lessons/replicas/',
  '/lessons/anti-entropy/',
  '/lessons/merkle-trees/',
  '/cards/',
  '/cards/merkle-trees/',
  '/review/merkle-trees/',
  '/engine/one-run/',
  '/playground/cluster/',
] as const
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const

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
      const failing = Object.values(lhr.audits).filter(
        (audit) => audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode !== 'informative',
      )
      for (const audit of failing) report(`    below: ${audit.id} ${audit.displayValue ?? ''}`)
    }
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
