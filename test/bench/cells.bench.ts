import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { findChromium } from '../../scripts/chromium.ts'
import { serve } from '../../scripts/serve.ts'
import { liveBlockTimes } from './live-block.ts'

const rounds = 9
const readingMs = 1500
const lookingMs = 500
const typeRounds = 5

/** From a click on Run to the last output on the page, in a real browser on the built site: cold, warm, after an edit. */
export default async function bench(report: (line: string) => void): Promise<void> {
  const site = await serve(process.env.OUT_DIR ?? 'dist', 0)
  const browser = await chromium.launch({ executablePath: findChromium() })
  const address = `${site.url}lessons/merkle-trees/`
  try {
    const atOnce: number[] = []
    const cold: number[] = []
    for (let round = 0; round < 2 * rounds; round++) {
      const page = await (await browser.newContext()).newPage()
      await open(page, address)
      // The time that a reader needs for a line of the code at least.
      if (round % 2 === 0) await page.waitForTimeout(readingMs)
      ;(round % 2 === 0 ? cold : atOnce).push(await clickToOutput(page))
      await page.context().close()
    }
    const page = await browser.newPage()
    await open(page, address)
    await clickToOutput(page)
    const warm: number[] = []
    for (let round = 0; round < rounds; round++) {
      // A reader looks at the output at least for so long before the next click.
      await page.waitForTimeout(lookingMs)
      warm.push(await clickToOutput(page))
    }
    await page.locator('[data-cell="hash-a-text"] .cell-pre').click()
    const edited: number[] = []
    for (let round = -1; round < rounds; round++) {
      await page.locator('[data-cell="hash-a-text"] .cm-content').focus()
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.insertText(`console.log('edit ${round}')`)
      const ms = await clickToOutput(page)
      // The first run after the first edit also fetches the compiler: said apart.
      if (round === -1) report(`first run after the first edit (fetches the compiler)  ${ms.toFixed(0)} ms`)
      else edited.push(ms)
    }
    say(report, 'cold, in the window for 1.5 s', cold, 150)
    say(report, 'cold, at once: nothing fetched', atOnce, 150)
    say(report, 'warm, 0.5 s after the run before', warm, 30)
    say(report, 'after an edit', edited, 60)
    const peer = await liveBlockTimes(browser, rounds)
    report('beside it react-live, the block of Docusaurus, in the same browser with nothing to fetch:')
    sayBeside(report, 'cold, its script read and started', peer.cold, cold)
    sayBeside(report, 'warm, started once more', peer.warm, warm)
    sayBeside(report, 'after an edit, from the key', peer.edited, edited)
    await typesBench(report, () => browser.newContext(), address)
  } finally {
    await browser.close()
    await site.close()
  }
}

/** From the first key of a reader's first edit to the first completion and the first error; then the same once more. */
async function typesBench(
  report: (line: string) => void,
  newContext: () => Promise<BrowserContext>,
  address: string,
): Promise<void> {
  const first: Record<'completion' | 'error', number[]> = { completion: [], error: [] }
  const later: Record<'completion' | 'error', number[]> = { completion: [], error: [] }
  for (let round = 0; round < typeRounds; round++) {
    const page = await (await newContext()).newPage()
    await open(page, address)
    const cell = page.locator('[data-cell="hash-a-text"]')
    await cell.locator('.cell-pre').click()
    await cell.locator('.cm-content').focus()
    for (const times of [first, later]) {
      // The author's last line is a comment, in which nothing is completed: so the text begins again.
      await page.keyboard.press('ControlOrMeta+a')
      let start = performance.now()
      await page.keyboard.type('Math.flo')
      await cell.locator('.cm-tooltip-autocomplete').waitFor()
      times.completion.push(performance.now() - start)
      await page.keyboard.press('Escape')
      await page.keyboard.press('Enter')
      start = performance.now()
      await page.keyboard.type('const n: number = ""')
      await cell.locator('.cell-problem:not(:empty)').waitFor()
      times.error.push(performance.now() - start)
    }
    await page.context().close()
  }
  for (const what of ['completion', 'error'] as const) {
    say(report, `first ${what}, types not fetched yet`, first[what], 2500)
    say(report, `${what}, types there (with typing)`, later[what], 600)
  }
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.locator('[data-cell="hash-a-text"]').scrollIntoViewIfNeeded()
  await page.locator('[data-cell="hash-a-text"] [data-run]:enabled').waitFor()
}

/** Clicks by script, so that no pointer warms the cell on its way; the clock is the page's own. */
function clickToOutput(page: Page): Promise<number> {
  return page.locator('[data-cell="hash-a-text"]').evaluate(
    (cell) =>
      new Promise<number>((resolve) => {
        const start = performance.now()
        const watch = new MutationObserver(() => {
          if (cell.getAttribute('data-state') !== 'done') return
          watch.disconnect()
          resolve(performance.now() - start)
        })
        watch.observe(cell, { attributes: true, attributeFilter: ['data-state'] })
        cell.querySelector<HTMLButtonElement>('[data-run]')?.click()
      }),
  )
}

function medianOf(all: readonly number[]): number {
  return [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)]!
}

function sayBeside(
  report: (line: string) => void,
  name: string,
  peer: readonly number[],
  ours: readonly number[],
): void {
  const [theirs, own] = [medianOf(peer), medianOf(ours)]
  report(
    `  ${name.padEnd(34)} median ${theirs.toFixed(0)} ms; ours ${own.toFixed(0)}, ${(own / theirs).toFixed(2)} of it`,
  )
}

function say(report: (line: string) => void, name: string, all: readonly number[], boundMs: number): void {
  const sorted = [...all].sort((a, b) => a - b)
  const median = sorted[Math.floor(sorted.length / 2)]!
  report(
    `${name.padEnd(34)} median ${median.toFixed(0)} ms (${sorted[0]!.toFixed(0)} to ${sorted.at(-1)!.toFixed(0)}), bound ${boundMs}: ${(median / boundMs).toFixed(2)}`,
  )
}
