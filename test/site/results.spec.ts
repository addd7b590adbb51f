import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { plan, ring, run } from '#engine'
import { sheetText } from '#learning/exam/sheet.ts'
import type { FiledQuestion, QuestionFile } from '#learning/question-file.ts'
import { axeFindings } from './axe.ts'
import { at, expect, test } from './site.ts'

/** The questions of lesson 4 that have options, as the built site files them. */
function asked(): readonly FiledQuestion[] {
  const text = readFileSync(join(process.env.OUT_DIR ?? 'dist', 'teach/questions.json'), 'utf8')
  const { lessons } = JSON.parse(text) as QuestionFile
  return lessons
    .find(({ lesson }) => lesson === 'merkle-trees')!
    .questions.filter(({ kind }) => kind === 'choose-one')
}

test('a sheet is opened, graded again, its keys are run, and axe finds nothing on it in either theme at 390', async ({
  page,
}) => {
  const items = asked().map(({ id, version, kind, seed, key, data }, index) => {
    const { options } = data as { options: readonly { id: string; isRight: boolean }[] }
    // The second is wrong, and the file says that it's right: it was edited.
    const answer = index === 1 ? options.find(({ isRight }) => !isRight)!.id : String(key)
    return {
      ...{ question: id, version, kind, seed, answer: JSON.stringify(answer), choice: answer },
      ...{ isRight: true, isFlagged: index === 0 },
    }
  })
  expect(items.length).toBeGreaterThan(3)
  const gone = { ...items[0]!, question: 'merkle-trees.no-such-question' }
  // A plan that a run is made of again; and one that would hold the page for minutes, if the page made it.
  const kept = plan(ring()).at(10).write('row 3', 'no nuts')
  const crowd = Array.from({ length: 60 }, (_, index) => `n${index}`)
  const year = plan(ring({ nodes: crowd, membership: 'gossip' }), { until: 365 * 24 * 3600 * 1000 })
  Object.assign(items[0]!, { plan: kept.plan })
  Object.assign(items[2]!, { plan: year.plan })
  const sheet = sheetText({
    ...{ exam: 'one', seed: 7, lessons: ['merkle-trees'], begunAt: 1.7e12, submittedAt: 1.7e12 + 6e5 },
    items: [...items, gone],
  })
  await page.setViewportSize({ width: 390, height: 844 })
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.goto(at('/teach/results/'))
  const file = (text: string) => ({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  const field = page.locator('input[type="file"]')
  await expect(page.locator('astro-island[ssr]', { has: field })).toHaveCount(0)
  await field.setInputFiles(file(sheet.slice(0, 40)))
  await expect(page.getByRole('status').first()).toContainText('can’t be read')
  await field.setInputFiles(file(sheet))
  await expect(page.locator('[data-sheet="one"]')).toContainText(
    `${items.length - 1} of ${items.length + 1} answers`,
  )
  await expect(page.locator('[data-differs="1"]')).toContainText('edited after it was saved')
  await expect(page.locator('[data-gone="1"]')).toBeVisible()
  await expect(page.locator('li[data-right="false"]')).toHaveCount(1)
  await page.getByRole('button', { name: 'Run what computed the keys' }).click()
  const made = page.locator(`[data-plan-run="${run(kept).hash()}"]`)
  await expect(made).toContainText('Open the run in the playground', { timeout: 30_000 })
  await expect(page.locator('[data-plan-run="refused"]')).toContainText('60 nodes', { timeout: 30_000 })
  expect(await axeFindings(page)).toEqual([])
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(beyond).toBeLessThanOrEqual(0)
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await axeFindings(page, { rules: ['color-contrast'] })).toEqual([])
  await page.screenshot({ path: '.cache/results-dark-390.png' })
})
