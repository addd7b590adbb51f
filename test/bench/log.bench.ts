import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { findChromium } from '../../scripts/chromium.ts'
import { serve } from '../../scripts/serve.ts'
import type { StoredEvent } from '#learning/event.ts'

const folder = process.env.OUT_DIR ?? 'dist'
const rounds = Number(process.env.ROUNDS ?? 15)
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

/** A log of 10,000 events against one of 10, and that one against its like: opening four pages, and answering. */
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
      const times = await alternate(readers, (page) => opening(page, site.url + path.slice(1), shown))
      say(report, `opening ${path}`, times)
    }
    say(
      report,
      'answering a question',
      await answering(readers, `${site.url}lessons/merkle-trees/`, question),
    )
    say(report, 'grading a card', await answering(readers, `${site.url}cards/review/`, card))
  } finally {
    await browser.close()
    await site.close()
  }
}

/** A reader's years in `count` events: cards above all, questions, lessons, exams; the last a day ago. */
function logOf(count: number): readonly StoredEvent[] {
  const { cards } = read<{ cards: { id: string; version: number }[] }>('cards.json')
  const { lessons } = read<{ lessons: { questions: { id: string; version: number; lesson: string }[] }[] }>(
    'teach/questions.json',
  )
  const questions = lessons.flatMap((lesson) => lesson.questions)
  const from = Date.now() - 24 * 60 * minute - count * 90 * minute
  return Array.from({ length: count }, (_, index) => {
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
  await page.waitForTimeout(6000)
  await page.close()
}

/** Each reader in turn, and each round in another order, so that a slow minute meets all of them. */
async function alternate(
  readers: Readonly<Record<Name, BrowserContext>>,
  measure: (page: Page) => Promise<number>,
): Promise<Readonly<Record<Name, number[]>>> {
  const times: Record<Name, number[]> = { long: [], short: [], 'short again': [] }
  for (let round = -1; round < rounds; round++)
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(turn + round + names.length) % names.length]!
      const page = await readers[name].newPage()
      const ms = await measure(page)
      // The first one fills the browser's own caches.
      if (round >= 0) times[name].push(ms)
      await page.close()
    }
  return times
}

/** Milliseconds from the start of the navigation to what the log amounts to being on the page. */
async function opening(page: Page, url: string, shown: string): Promise<number> {
  await page.addInitScript((selector) => {
    const look = () => {
      if (document.querySelector(selector) === null) return requestAnimationFrame(look)
      return ((window as { shownAt?: number }).shownAt = performance.now())
    }
    document.addEventListener('DOMContentLoaded', look)
  }, shown)
  await page.goto(url)
  return (
    await page.waitForFunction(() => (window as { shownAt?: number }).shownAt)
  ).jsonValue() as Promise<number>
}

/** One page for each reader, and on it one answer after the other. */
async function answering(
  readers: Readonly<Record<Name, BrowserContext>>,
  url: string,
  once: (page: Page) => Promise<number>,
): Promise<Readonly<Record<Name, number[]>>> {
  const open = {} as Record<Name, Page>
  const times: Record<Name, number[]> = { long: [], short: [], 'short again': [] }
  for (const name of names) {
    open[name] = await readers[name].newPage()
    await open[name].goto(url)
  }
  for (let round = -2; round < rounds; round++)
    for (const name of names) {
      const ms = await once(open[name])
      if (round >= 0) times[name].push(ms)
    }
  return times
}

/** From the press of Check to the lesson's marks being written again, which is done once the answer counts. */
async function question(page: Page): Promise<number> {
  const name = 'merkle-trees.path-up'
  const box = page.locator(`[data-question="${name}"]`)
  await box.scrollIntoViewIfNeeded()
  await page.locator(`astro-island[ssr]:has([data-question="${name}"])`).waitFor({ state: 'detached' })
  await page.locator('[data-progress-words^=merkle]:not(:empty)').first().waitFor({ state: 'attached' })
  const again = box.getByRole('button', { name: /again$/ })
  if (await again.isVisible()) await again.click()
  await box.getByRole('textbox').fill('4')
  return box.evaluate(
    (form) =>
      new Promise<number>((resolve) => {
        const start = performance.now()
        const watch = new MutationObserver(() => {
          watch.disconnect()
          resolve(performance.now() - start)
        })
        watch.observe(document.querySelector('[data-progress-words^=merkle]')!, { childList: true })
        form.querySelector<HTMLButtonElement>('button[type="submit"]')!.click()
      }),
  )
}

/** From the press of a grade to the next card. */
async function card(page: Page): Promise<number> {
  await page.locator('[data-review-card][data-state="front"]').waitFor()
  await page.keyboard.press('Space')
  await page.locator('[data-grade="easy"]').waitFor()
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const session = document.querySelector('.review-session')!
        const before = session.querySelector('[data-review-card]')!.getAttribute('data-review-card')
        const start = performance.now()
        const watch = new MutationObserver(() => {
          const now = session.querySelector('[data-review-card]')
          if (now === null || now.getAttribute('data-review-card') === before) return
          watch.disconnect()
          resolve(performance.now() - start)
        })
        watch.observe(session, { subtree: true, childList: true, attributes: true })
        session.querySelector<HTMLButtonElement>('[data-grade="easy"]')!.click()
      }),
  )
}

function say(report: (line: string) => void, what: string, times: Readonly<Record<Name, number[]>>): void {
  const median = (name: Name) => [...times[name]].sort((a, b) => a - b)[Math.floor(rounds / 2)]!
  const [long, short, again] = names.map(median) as [number, number, number]
  report(
    `${what.padEnd(31)} ${long.toFixed(0)} ms with 10,000 events, ${short.toFixed(0)} ms with 10: ` +
      `${(long / short).toFixed(2)} of at most ${limit}; 10 against 10: ${(again / short).toFixed(2)}`,
  )
}
