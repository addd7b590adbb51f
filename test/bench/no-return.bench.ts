import { chromium, type Page } from '@playwright/test'
import { keptPlan } from '#build/plans.ts'
import { findTurn } from '#figures/no-return/work.ts'
import { findChromium } from '../../scripts/chromium.ts'
import { serve } from '../../scripts/serve.ts'

/** The lessons' points of no return: a page, and the plan and check of its figure. */
const lessons = [
  ['anti-entropy', 'anti-entropy.party', 'durable'],
  ['cassandra-repair', 'cassandra-repair.dead-neighbour', 'converged'],
  ['cassandra-vs-mongodb', 'replica-set.w1-lost', 'durable'],
] as const
const rounds = 5
const boundMs = 2000

/** The point of no return of each lesson's plan: in this process, and from a click to the curve on the built page. */
export default async function bench(report: (line: string) => void): Promise<void> {
  const site = await serve(process.env.OUT_DIR ?? 'dist', 0)
  const browser = await chromium.launch({ executablePath: findChromium() })
  try {
    for (const [lesson, id, check] of lessons) {
      const { plan } = keptPlan(id)
      const { futures, curve } = (await findTurn(plan, check)).curve
      report(`${id}, ${check}: ${futures} futures from each of ${curve.length} moments`)
      const here: number[] = []
      for (let round = 0; round < rounds; round++) {
        const start = performance.now()
        await findTurn(plan, check)
        here.push(performance.now() - start)
      }
      say(report, 'in this process, alone', here)
      const clicks: number[] = []
      for (let round = 0; round < rounds; round++) {
        const page = await (await browser.newContext()).newPage()
        await page.goto(`${site.url}lessons/${lesson}/`)
        clicks.push(await clickToCurve(page))
        await page.context().close()
      }
      say(report, 'from the click, its workers fetched and started', clicks)
    }
  } finally {
    await browser.close()
    await site.close()
  }
}

async function clickToCurve(page: Page): Promise<number> {
  const figure = page.locator('[data-figure="too-late"]')
  for (const fold of await page.locator('details:has([data-figure="too-late"]) > summary').all())
    await fold.click()
  await figure.scrollIntoViewIfNeeded()
  await figure.locator('.find-turn button:enabled').waitFor()
  return figure.locator('.find-turn').evaluate(
    (turn) =>
      new Promise<number>((resolve, reject) => {
        const start = performance.now()
        const watch = new MutationObserver(() => {
          const state = turn.getAttribute('data-turn')
          if (state === 'failed') reject(new Error('the page found no curve'))
          if (state !== 'found') return
          watch.disconnect()
          resolve(performance.now() - start)
        })
        watch.observe(turn, { attributes: true, attributeFilter: ['data-turn'] })
        turn.querySelector('button')?.click()
      }),
  )
}

function say(report: (line: string) => void, name: string, all: readonly number[]): void {
  const sorted = [...all].sort((a, b) => a - b)
  const median = sorted[Math.floor(sorted.length / 2)]!
  report(
    `  ${name.padEnd(48)} median ${median.toFixed(0)} ms (${sorted[0]!.toFixed(0)} to ${sorted.at(-1)!.toFixed(0)}), bound ${boundMs}: ${(median / boundMs).toFixed(2)}`,
  )
}
