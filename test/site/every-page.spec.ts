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
  /^\/challenges\/(?!made\/)[^/]+\/$/,
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
    await showAll(page)
    for (const width of [320, 390, 768, 1600, 1280]) {
      await page.setViewportSize({ width, height: 900 })
      // A figure draws itself anew when its room changes: on a busy machine that takes more than a moment.
      await expect.poll(() => beyond(page), `at ${width} pixels`).toBeLessThanOrEqual(0)
    }
    await shortenSources(page)
    if (path === '/course/') await leaveOneLesson(page)
    // A button that wakes in this moment still has the colour of a sleeping one: a fault is a finding that stays.
    await expect(async () => expect(await axeFindings(page)).toEqual([])).toPass({
      timeout: 60_000,
    })
    await page.setViewportSize({ width: 390, height: 900 })
    expect(await smallLetters(page), 'letters in drawings at 390 pixels').toEqual([])
    await page.evaluate(() => document.documentElement.classList.add('large-letters'))
    expect(await smallLetters(page), 'letters in drawings for a reader of large letters').toEqual([])
    await expect.poll(() => beyond(page), 'with large letters at 390 pixels').toBeLessThanOrEqual(0)
    // The other theme has other colours and nothing else.
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await axeFindings(page, { rules: ['color-contrast'] })).toEqual([])
  })

/**
 * What is out of sight is laid out and looked at too, and so is what lies in a closed fold: a browser measures that by the
 * letters it had when it was last drawn.
 */
async function showAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('*, ::details-content{content-visibility:visible!important}')
    document.adoptedStyleSheets.push(sheet)
  })
}

/**
 * The texts of drawings that are smaller than 11 of 17 parts of the page's letters, which are 11 pixels for most readers: the drawings
 * shrink with their boxes, and the letters in them must keep their size, and grow with the reader's font.
 */
async function smallLetters(page: Page): Promise<readonly string[]> {
  const usual = await rootSize(page)
  const isLarge = await page.evaluate(async () => {
    const isLarge = document.documentElement.classList.contains('large-letters')
    if (isLarge) {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync('html{font-size:200%!important}')
      document.adoptedStyleSheets.push(sheet)
    }
    // Between two frames the root can have its new size already while what is measured by it has its old one.
    for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve))
    return isLarge
  })
  // A page whose letters hadn't grown yet would be held to the usual size, and pass.
  if (isLarge) await expect.poll(() => rootSize(page), 'large letters').toBeGreaterThan(usual)
  const measured = () =>
    page.evaluate(() => {
      const least = (11 / 17) * parseFloat(getComputedStyle(document.documentElement).fontSize)
      return [...document.querySelectorAll<SVGTextElement>('svg text')].flatMap((text) => {
        const matrix = text.getScreenCTM()
        if (text.textContent?.trim() === '' || text.getClientRects().length === 0 || matrix === null)
          return []
        const size = parseFloat(getComputedStyle(text).fontSize) * Math.hypot(matrix.b, matrix.d)
        if (size >= least - 0.06) return []
        return `${size.toFixed(1)} of ${least}: ${text.textContent} (${text.closest('svg')?.getAttribute('class')})`
      })
    })
  await expect.poll(measured).toEqual([])
  return measured()
}

/** How many pixels a page is wider than its window. */
const beyond = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

const rootSize = (page: Page) =>
  page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize))

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

/**
 * Seven lessons on one page take axe most of a minute, and each of them is looked at on its own page: once the letters of all
 * have been measured, the first one stays, with all that this page alone has: its contents, the answers, the links as numbers.
 */
async function leaveOneLesson(page: Page): Promise<void> {
  await page.setViewportSize({ width: 390, height: 900 })
  expect(await smallLetters(page), 'letters in drawings at 390 pixels').toEqual([])
  const others = page.locator('[data-chapter] ~ [data-chapter]')
  await expect(others).toHaveCount(6)
  await others.evaluateAll((chapters) => {
    for (const chapter of chapters) chapter.replaceChildren(...chapter.querySelectorAll(':scope > h2'))
  })
  await page.setViewportSize({ width: 1280, height: 900 })
}
