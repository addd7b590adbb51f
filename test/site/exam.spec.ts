import type { Page } from '@playwright/test'
import { kinds } from '#learning/kinds/index.ts'
import { builtText } from './built.ts'
import { kept } from './kept.ts'
import { countSeeds } from './seeds.ts'
import { savedBy } from './saved.ts'
import { at, expect, test } from './site.ts'

interface Filed {
  readonly id: string
  readonly kind: string
  readonly data: unknown
}
const filed = (): readonly Filed[] =>
  (JSON.parse(builtText('/teach/questions.json')) as { lessons: { questions: Filed[] }[] }).lessons.flatMap(
    ({ questions }) => questions,
  )

/** Puts something into the form of a question, whatever its kind: a first answer, which may be right or wrong. */
async function answer(page: Page, id: string): Promise<void> {
  const box = page.locator(`[data-exam-question="${id}"]`)
  const { kind } = filed().find((one) => one.id === id)!
  if (kind === 'order') return box.locator('.moves button').last().press('ArrowUp')
  if (kind === 'place-points') return box.getByRole('slider').first().press('ArrowLeft')
  if (kind === 'predict-run') {
    for (const row of await box.locator('select').all()) await row.selectOption({ index: 1 })
    return
  }
  if (kind === 'number' || kind === 'short-text') return box.getByRole('textbox').fill('3')
  await box.locator('label').first().click()
}

test('an exam: all answered, one flagged, kept over a reload, submitted once, reviewed, and replayed from its sheet', async ({
  page,
  context,
}) => {
  await countSeeds(page)
  await page.goto(at('/review/exam/'))
  // Only lessons 2 and 3, whose pools hold runs to predict and points to place.
  for (const box of await page.locator('.exam-begin input[type="checkbox"]').all()) {
    const label = await box.evaluate((input) => input.closest('label')!.textContent)
    if (!/Replicas|Anti-entropy|minutes|long I/i.test(label ?? '')) await box.uncheck()
  }
  const count = page.getByLabel('How many questions')
  await count.fill('0')
  await page.getByRole('button', { name: 'Start the exam' }).click()
  await expect(page.getByRole('alert')).toContainText('a whole number from 1 to 40')
  await count.fill('6')
  await page.getByRole('button', { name: 'Start the exam' }).click()
  const asked = page.locator('[data-exam] [data-exam-question]')
  await expect(asked).toHaveCount(6)
  const ids = await asked.evaluateAll((all) => all.map((one) => one.getAttribute('data-exam-question')!))
  const state = page.locator('.exam-state')
  for (const id of ids.slice(0, 5)) await answer(page, id)
  await asked
    .first()
    .getByRole('button', { name: /Flag question/ })
    .click()
  await expect(state).toHaveText(/5 of 6 answered, 1 flagged/)
  // Nothing tells how it goes before it's submitted.
  await expect(page.locator('[data-verdict], .reason, [data-feedback]')).toHaveCount(0)
  await kept(page, 'events', ids[4]!)

  await page.reload()
  await expect(state).toHaveText(/5 of 6 answered, 1 flagged/)
  await expect(asked.first().getByRole('button', { name: /Flag question/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  // A second tab is in the same exam.
  const other = await context.newPage()
  await other.goto(at('/review/exam/'))
  await expect(other.locator('.exam-state')).toHaveText(/5 of 6 answered, 1 flagged/)

  await page.getByRole('button', { name: 'Submit the exam' }).click()
  await expect(page.getByRole('alert')).toContainText('1 question has no answer yet. 1 flagged.')
  await page.getByRole('button', { name: 'Keep answering' }).click()
  await answer(page, ids[5]!)
  await expect(state).toHaveText(/6 of 6 answered/)
  await page.getByRole('button', { name: 'Submit the exam' }).click()
  await page.getByRole('button', { name: 'Submit now' }).click()
  const reviewed = page.locator('[data-reviewed]')
  await expect(reviewed).toBeVisible()
  const right = await reviewed.locator('[data-state="right"]').count()
  await expect(reviewed.getByRole('heading', { level: 2 })).toHaveText(`${right} of 6 right`)
  await expect(reviewed.locator('.verdict')).toHaveCount(6)
  await expect(reviewed.getByText('Question 1, flagged')).toBeVisible()
  // It was submitted once: the other tab has no exam to submit any more.
  await expect(other.getByRole('button', { name: 'Start the exam' })).toBeVisible()
  await expect(other.locator('.past-exams li')).toHaveCount(1)

  const text = (await savedBy(reviewed.getByRole('button', { name: 'Save the answer sheet' }))).toString()
  const sheet = JSON.parse(text) as {
    seed: number
    items: { question: string; seed: number; kind: string; plan?: unknown; isRight: boolean }[]
  }
  expect(sheet.items.map(({ question }) => question)).toEqual(ids)
  for (const { kind, seed, plan } of sheet.items) {
    expect(Number.isSafeInteger(seed)).toBe(true)
    if (kind === 'predict-run' || kind === 'click') expect(plan).toBeDefined()
    expect(kinds.has(kind)).toBe(true)
  }

  // A teacher opens the sheet, and a second one in which an answer was marked otherwise by hand.
  await other.goto(at('/teach/results/'))
  const file = (content: string) => ({
    ...{ name: 'sheet.json', mimeType: 'application/json' },
    buffer: Buffer.from(content),
  })
  await other.locator('input[type="file"]').setInputFiles(file(text))
  await expect(other.locator('[data-sheet]')).toContainText(`${right} of 6 answers are right`)
  await expect(other.locator('[data-item]')).toHaveCount(6)
  await expect(other.locator('[data-differs], [data-gone]')).toHaveCount(0)
  await other.getByRole('button', { name: 'Run what computed the keys' }).click()
  const computed = await other.locator('[data-rerun]').count()
  await expect(other.locator('[data-rerun="same"]')).toHaveCount(computed, { timeout: 60_000 })
  expect(computed).toBeGreaterThan(0)
  await expect(other.locator('[data-plan-run]:not([data-plan-run="refused"])')).toHaveCount(
    sheet.items.filter(({ plan }) => plan !== undefined).length,
  )
  sheet.items[0]!.isRight = !sheet.items[0]!.isRight
  await other.locator('input[type="file"]').setInputFiles(file(JSON.stringify(sheet)))
  await expect(other.locator('[data-differs="1"]')).toContainText('it was edited after it was saved')

  // What was missed in the exam makes its section's cards due.
  expect(right).toBeLessThan(6)
  await page.goto(at('/cards/'))
  await expect(page.locator('[data-due]')).not.toHaveAttribute('data-due', '0')
})
