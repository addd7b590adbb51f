import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BrowserContext, chromium, type CDPSession, type Page } from '@playwright/test'
import { findChromium } from '../../scripts/chromium.ts'
import { serve } from '../../scripts/serve.ts'
import type { StoredEvent } from '#learning/event.ts'

const folder = process.env.OUT_DIR ?? 'dist'
const openings = Number(process.env.ROUNDS ?? 11)
const deeds = Number(process.env.ROUNDS ?? 31)
/** No more than with ten events: what's above 1 has to be within what the same log measures against itself. */
const limit = 1.1

/** Pages whose opening is measured, each until it shows what the log amounts to. */
const pages = {
  '/lessons/merkle-trees/': '[data-progress-words^=merkle]:not(:empty)',
  '/cards/': '[data-due]',
  '/review/exam/': '.exam-begin',
  '/progress/': '.my-whole',
} as const

const minute = 60_000
const names = ['long', 'short', 'short again'] as const
type Name = (typeof names)[number]
type Times = Readonly<Record<Name, number[]>>

/** A log of 10,000 events against one of 10, and that one against its like: opening four pages, answering and grading. */
export default async function bench(report: (line: string) => void): Promise<void> {
  const site = await serve(folder, 0)
  const browser = await chromium.launch({ executablePath: findChromium() })
  try {
    const readers = {} as Record<Name, BrowserContext>
    for (const name of names) {
      readers[name] = await browser.newContext({ serviceWorkers: 'block' })
      await fill(readers[name], site.url, name === 'long' ? logOf(10_000) : logOf(10))
    }
    for (const [path, shown] of Object.entries(pages)) {
      const { work, waited } = await alternate(readers, (page) =>
        opening(page, site.url + path.slice(1), shown),
      )
      say(report, `opening ${path}: work`, work)
      say(report, `opening ${path}: until shown`, waited)
    }
    for (const [what, path, deed] of [
      ['answering a question', 'lessons/merkle-trees/', question],
      ['grading a card', 'cards/review/', card],
    ] as const) {
      const { work, kept } = await doing(readers, site.url + path, deed)
      say(report, `${what}: the page's work`, work)
      say(report, `${what}: until it's kept`, kept)
    }
  } finally {
    await browser.close()
    await site.close()
  }
}

/** A reader's years in `count` events: cards above all, questions, lessons, exams; the last a day ago. */
function logOf(count: number): readonly StoredEvent[] {
  const { cards } = read<{ cards: { id: string; version: number; drawn?: string }[] }>('cards.json')
  const { lessons } = read<{ lessons: { questions: { id: string; version: number; lesson: string }[] }[] }>(
    'teach/questions.json',
  )
  const questions = lessons.flatMap((lesson) => lesson.questions)
  const from = Date.now() - 24 * 60 * minute - count * 90 * minute
  const settings: readonly StoredEvent[] = [
    { type: 'set', name: 'newCards', value: 999 } as const,
    // A card that a run draws takes as long as its run: that isn't the log's doing.
    ...cards.flatMap(({ id, drawn }) =>
      drawn === undefined ? [] : [{ type: 'suspended', what: 'card', which: id, isSuspended: true } as const],
    ),
  ].map((happening, index) => ({ id: `bench-set-${index}`, device: 'bench', at: from - 1, ...happening }))
  const deeds = Array.from({ length: count }, (_, index): StoredEvent => {
    const stamp = { id: `bench-${index}`, device: 'bench', at: from + index * 90 * minute }
    const card = cards[(index * 7) % cards.length]!
    const { id, version, lesson } = questions[(index * 3) % questions.length]!
    const what = index % 10
    if (what < 6)
      return { ...stamp, type: 'graded', card: card.id, version: card.version, grade: index % 13 === 0 ? 'again' : 'good' } // prettier-ignore
    if (what < 8)
      return { ...stamp, type: 'answered', question: id, version, choice: 'a', right: index % 4 !== 0 }
    if (what === 8) return { ...stamp, type: 'read', lesson, section: `s${index % 9}` }
    return {
      ...stamp,
      type: 'exam-marked',
      exam: `x${index % 50}`,
      question: id,
      answer: '"a"',
      isFlagged: false,
    }
  })
  return [...settings, ...deeds]
}

const read = <Value>(file: string): Value => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Value

/** Puts a log into a browser, as its own pages would find it, and lets a page make what it makes of it. */
async function fill(context: BrowserContext, url: string, log: readonly StoredEvent[]): Promise<void> {
  const page = await context.newPage()
  await page.goto(`${url}progress/`)
  await page.locator('.my-whole').waitFor()
  await page.evaluate(
    (events) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('anti-entropy')
        opening.onsuccess = () => {
          const writing = opening.result.transaction('events', 'readwrite')
          for (const event of events) writing.objectStore('events').put(event)
          writing.oncomplete = () => (opening.result.close(), resolve())
          writing.onerror = () => reject(writing.error ?? new Error('not written'))
        }
      }),
    log,
  )
  await page.reload()
  await page.locator('.my-whole').waitFor()
  // A page that has read a long log keeps what it amounts to, while the reader reads.
  if (log.length > 1000) await page.waitForFunction(hasCheckpoint, undefined, { timeout: 60_000 })
  await page.close()
}

/** Whether what the log amounts to is kept beside it. Runs in the page. */
const hasCheckpoint = () =>
  new Promise<boolean>((resolve) => {
    const opening = indexedDB.open('anti-entropy')
    opening.onsuccess = () => {
      const counting = opening.result.transaction('checkpoint').objectStore('checkpoint').count()
      counting.onsuccess = () => (opening.result.close(), resolve(counting.result > 0))
    }
  })

/** Each reader in turn, and each round in another order, so that a slow minute meets all of them. */
async function alternate(
  readers: Readonly<Record<Name, BrowserContext>>,
  measure: (page: Page) => Promise<{ readonly work: number; readonly waited: number }>,
): Promise<{ readonly work: Times; readonly waited: Times }> {
  const work: Record<Name, number[]> = { long: [], short: [], 'short again': [] }
  const waited: Record<Name, number[]> = { long: [], short: [], 'short again': [] }
  for (let round = -1; round < openings; round++)
    for (const name of turned(round)) {
      const page = await readers[name].newPage()
      const found = await measure(page)
      await page.close()
      // The first one fills the browser's own caches.
      if (round < 0) continue
      work[name].push(found.work)
      waited[name].push(found.waited)
    }
  return { work, waited }
}

const turned = (round: number): readonly Name[] =>
  names.map((_, turn) => names[(turn + round + names.length) % names.length]!)

/**
 * Milliseconds from the start of the navigation to what the log amounts to being on the page: those that passed, and those
 * that the page's main thread worked.
 */
async function opening(
  page: Page,
  url: string,
  shown: string,
): Promise<{ readonly work: number; readonly waited: number }> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  await page.addInitScript((selector) => {
    const seen = new MutationObserver(() => {
      if (document.querySelector(selector) === null) return
      seen.disconnect()
      ;(window as { shownAt?: number }).shownAt = performance.now()
    })
    seen.observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
  }, shown)
  await page.goto(url)
  const shownAt = await page.waitForFunction(() => (window as { shownAt?: number }).shownAt)
  return { work: await workOf(devtools), waited: (await shownAt.jsonValue()) as number }
}

/** Something that a reader does again and again on one page. */
interface Deed {
  /** Makes the page ready for the press; isn't measured. */
  ready(page: Page): Promise<void>
  /** The button that does it. */
  readonly button: string
}

const warmUps = 4

/**
 * One page for each reader, all three open at once and pressed in turn. `work` is the processor time of the page's main
 * thread for a press, in milliseconds: no waiting is in it. `kept` is how long it took until
 * the event was in the log.
 */
async function doing(
  readers: Readonly<Record<Name, BrowserContext>>,
  url: string,
  { ready, button }: Deed,
): Promise<{ readonly work: Times; readonly kept: Times }> {
  const open = {} as Record<Name, { readonly page: Page; readonly devtools: CDPSession }>
  for (const name of names) {
    const page = await readers[name].newPage()
    const devtools = await readers[name].newCDPSession(page)
    await devtools.send('Performance.enable')
    await page.goto(url)
    open[name] = { page, devtools }
  }
  const work: Record<Name, number[]> = { long: [], short: [], 'short again': [] }
  const kept: Record<Name, number[]> = { long: [], short: [], 'short again': [] }
  for (let round = -warmUps; round < deeds; round++)
    for (const name of turned(round + names.length * warmUps)) {
      const { page, devtools } = open[name]
      await ready(page)
      await page.waitForTimeout(restMs)
      const before = await workOf(devtools)
      const ms = await page.evaluate(press, { button, restMs })
      const after = await workOf(devtools)
      if (round < 0) continue
      work[name].push(after - before)
      kept[name].push(ms)
    }
  for (const name of names) await open[name].page.close()
  return { work, kept }
}

/** The processor time of the page's main thread so far, in milliseconds: what others do on the machine isn't in it. */
async function workOf(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'ThreadTime')!.value * 1000
}

/** Waits until what a page does after a deed is done: it works for a few dozen milliseconds at most. */
const restMs = 120

/** Presses a button; gives the milliseconds until the log has the event, a while after that. Runs in the page. */
const press = ({ button, restMs }: { readonly button: string; readonly restMs: number }) =>
  new Promise<number>((resolve) => {
    const told = new BroadcastChannel('anti-entropy')
    const start = performance.now()
    told.onmessage = () => {
      told.close()
      const ms = performance.now() - start
      setTimeout(() => resolve(ms), restMs)
    }
    document.querySelector<HTMLButtonElement>(button)!.click()
  })

const asked = '[data-question="merkle-trees.path-up"]'

/** Answers a question of a lesson. */
const question: Deed = {
  button: `${asked} button[type="submit"]`,
  async ready(page) {
    const box = page.locator(asked)
    await box.scrollIntoViewIfNeeded()
    await page.locator(`astro-island[ssr]:has(${asked})`).waitFor({ state: 'detached' })
    await page.locator('[data-progress-words^=merkle]:not(:empty)').first().waitFor({ state: 'attached' })
    const again = box.getByRole('button', { name: /again$/ })
    if (await again.isVisible()) await again.click()
    await box.getByRole('textbox').fill('4')
  },
}

/** Grades a card as missed, so that there's always a next one. */
const card: Deed = {
  button: '[data-grade="again"]',
  async ready(page) {
    await page.locator('[data-review-card][data-state="front"]').waitFor()
    await page.keyboard.press('Space')
    await page.locator('[data-grade="again"]').waitFor()
  },
}

/** Medians of the times, and of the ratios within each round, which a slow minute can't tilt. */
function say(report: (line: string) => void, what: string, times: Times): void {
  const ratio = (name: Name) => middle(times[name].map((ms, round) => ms / times.short[round]!))
  const ms = (name: Name) => middle(times[name]).toFixed(1)
  report(
    `${what.padEnd(38)} ${ms('long')} ms with 10,000 events, ${ms('short')} ms with 10: ` +
      `${ratio('long').toFixed(2)} of at most ${limit}; 10 against 10: ${ratio('short again').toFixed(2)}`,
  )
}

const middle = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)]!
