import type { Page } from '@playwright/test'
import { axeFindings } from './axe.ts'
import { builtPages } from './built.ts'
import { at, expect, test } from './site.ts'

/** The transcripts are one page with another text each: two of them, the longest and the shortest, stand for all. */
const pages = builtPages().filter(
  (path) => !/^\/recorded\/.+/.test(path) || /\/(row-3|hints-are-not-acks|histories)\//.test(path),
)

/** Pages that one template makes of data that look alike: one of each stands for the others. */
const alike = [
  /^\/engine\/(?!leaves-out|upstream)[^/]+\/$/,
  /^\/bench\/.*/,
  /\/handout\/$/,
  /\/key\/$/,
  /^\/cards\/[^/]+\/$/,
  /^\/review\/[^/]+\/$/,
]
const looked = pages.filter((path, _, all) => {
  const kind = alike.find((pattern) => pattern.test(path))
  return kind === undefined || all.filter((one) => kind.test(one)).indexOf(path) === 0
})

// One load a page, for all that must hold on each: loading is what takes the time.
for (const path of looked)
  test(`${path} scrolls nowhere sideways, and axe finds nothing in either theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await page.goto(at(path))
    for (const width of [320, 390, 768, 1600, 1280]) {
      await page.setViewportSize({ width, height: 900 })
      const beyond = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      // A figure draws itself anew when its room changes: on a busy machine that takes more than a moment.
      await expect.poll(beyond, `at ${width} pixels`).toBeLessThanOrEqual(0)
    }
    await shortenSources(page)
    expect(await axeFindings(page)).toEqual([])
    // The other theme has other colours and nothing else.
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await axeFindings(page, { rules: ['color-contrast'] })).toEqual([])
  })

/**
 * The engine's pages hold a thousand lines of coloured source each, all with the same six colours: the first fifteen lines
 * of a file stand for the rest. (test/styles/contrast.test.ts has the colours themselves.)
 */
async function shortenSources(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const code of document.querySelectorAll('.source-code code'))
      for (const line of [...code.children].slice(15)) line.remove()
  })
}
