import { cellOn } from './cell.ts'
import { kept } from './kept.ts'
import { savedBy } from './saved.ts'
import { at, expect, test } from './site.ts'

test('a learner’s whole path over two lessons: reload, second tab, export, wipe, import, reset, undo', async ({
  page,
  context,
}) => {
  // Lesson 4: a prediction, a question missed though certain, a cell run and changed.
  await page.goto(at('/lessons/merkle-trees/'))
  const prediction = page.locator('[data-prediction="merkle-trees.opening"]')
  await prediction.scrollIntoViewIfNeeded()
  await prediction.locator('[data-option="questions"]').click()
  await prediction.getByRole('button', { name: 'Lock in my prediction' }).click()
  await expect(prediction).toHaveAttribute('data-state', 'committed')
  const cell = cellOn(page, 'hash-a-text')
  await cell.root.scrollIntoViewIfNeeded()
  await cell.write("console.log('my own hash')")
  expect(await cell.run()).toBe('done')
  await kept(page, 'drafts', 'my own hash')
  await page.locator('[data-notes-switch]').check()
  const missed = page.locator('[data-question="merkle-trees.path-up"]')
  await missed.scrollIntoViewIfNeeded()
  await missed.getByRole('button', { name: 'Certain', exact: true }).click()
  await missed.getByRole('textbox').fill('15')
  await missed.getByRole('button', { name: 'Check' }).click()
  await expect(missed).toHaveAttribute('data-state', 'wrong')
  await kept(page, 'events', 'merkle-trees.path-up')
  await page.reload()
  await expect(page.locator('[data-notes-switch]')).toBeChecked()
  await missed.scrollIntoViewIfNeeded()
  await expect(missed).toHaveAttribute('data-state', 'wrong')
  await expect(missed.getByRole('textbox')).toHaveValue('15')

  // Lesson 2, in a second tab: both tabs write to one log.
  const second = await context.newPage()
  await second.goto(at('/lessons/replicas/'))
  const right = second.locator('[data-question="replicas.five-copies"]')
  await right.scrollIntoViewIfNeeded()
  await right.getByRole('textbox').fill('３')
  await right.getByRole('button', { name: 'Check' }).click()
  await expect(right).toHaveAttribute('data-state', 'right')
  await kept(second, 'events', 'replicas.five-copies')
  // What was missed in the first tab has made cards due; one is graded.
  await second.goto(at('/cards/'))
  await expect(second.locator('[data-due]')).not.toHaveAttribute('data-due', '0')
  await second.goto(at('/cards/review/'))
  await expect(second.locator('[data-review-card]')).toBeVisible()
  const graded = (await second.locator('[data-review-card]').getAttribute('data-review-card'))!
  await second.keyboard.press('Space')
  await second.keyboard.press('4')
  await kept(second, 'events', graded)
  await missed.getByRole('button', { name: 'Try again' }).click()
  await missed.getByRole('textbox').fill('4')
  await missed.getByRole('button', { name: 'Check' }).click()
  await expect(missed.locator('.verdict').first()).toContainText('Your first answer, which was wrong')
  await kept(page, 'events', 'merkle-trees.path-up', 2)

  // From a lesson, two clicks save everything.
  await page.getByRole('link', { name: 'Your progress, and how to keep it' }).click()
  const row = (lesson: string) => page.locator(`[data-my-lesson="${lesson}"]`)
  await expect(row('replicas')).toContainText('1 of 5 questions answered, 1 right first time')
  await expect(row('merkle-trees')).toContainText('1 of 5 questions answered, 0 right first time, 1 of')
  const whole = await page.locator('.my-whole').textContent()
  expect(whole).toContain('1 cards known')
  const saved = await savedBy(page.getByRole('button', { name: 'Save everything as a file' }))
  await expect(page.getByText(/Saved: \d+ answers and steps, 1 edited cells?\./)).toBeVisible()
  const file = { name: 'anti-entropy.json', mimeType: 'application/json', buffer: saved }
  const { events, drafts } = JSON.parse(saved.toString()) as { events: object[]; drafts: object[] }
  expect(events.length).toBeGreaterThanOrEqual(6)
  expect(drafts).toHaveLength(1)

  // The browser forgets the site's data. Nothing is left, and the page says so.
  await second.close()
  await page.goto(at('/glossary/'))
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const asked = indexedDB.deleteDatabase('anti-entropy')
        asked.onsuccess = () => resolve()
        asked.onerror = () => reject(asked.error ?? new Error('not deleted'))
      }),
  )
  await page.goto(at('/progress/'))
  await expect(page.locator('.my-whole')).toHaveAttribute('data-done', '0')
  await page.getByRole('button', { name: 'Save everything as a file' }).click()
  await expect(page.getByText('There’s nothing to save yet')).toBeVisible()

  // The file brings all of it back: the counts, the card's schedule, the answer and the changed code.
  await page.locator('input[type="file"]').setInputFiles(file)
  await expect(page.getByText(/answers and steps and 1 edited cell added/)).toBeVisible()
  await expect(page.locator('.my-whole')).toHaveText(whole!)
  await page.locator('input[type="file"]').setInputFiles(file)
  await expect(page.getByText(/were here already/)).toBeVisible()
  await page.getByRole('button', { name: 'Reset everything' }).click()
  await expect(page.getByText('Everything but your own cards and notes is reset.')).toBeVisible()
  await expect(page.locator('.my-whole')).toHaveAttribute('data-done', '0')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.locator('.my-whole')).toHaveText(whole!)
  // A deep link goes where it says, and not to where the reader would continue.
  await page.goto(at('/lessons/merkle-trees/#merkle-trees.path-up'))
  await expect(missed).toBeInViewport()
  await cell.root.scrollIntoViewIfNeeded()
  await expect(cell.root.locator('.cm-content')).toContainText('my own hash')
  await expect(prediction).toHaveAttribute('data-state', 'committed')
  await missed.scrollIntoViewIfNeeded()
  await expect(missed).toHaveAttribute('data-state', 'right')
  await expect(missed.locator('.verdict').first()).toContainText('Your first answer, which was wrong')
})
