import type { Page } from '@playwright/test'
import { axeFindings } from './axe.ts'
import { kept } from './kept.ts'
import { at, expect, test } from './site.ts'

const review = '/review/merkle-trees/'
const lesson = '/lessons/merkle-trees/'

/** A question that is alive: in view, and its island has taken over. */
async function question(page: Page, id: string) {
  const found = page.locator(`[data-question="merkle-trees.${id}"]`)
  await found.scrollIntoViewIfNeeded()
  await expect(page.locator('astro-island[ssr]', { has: found })).toHaveCount(0)
  return found
}

test('a question by mouse: wrong at first, every option with its reason, then right; the first answer counts', async ({
  page,
}) => {
  await page.goto(at(lesson))
  const box = await question(page, 'roots-unlike')
  await expect(box).toHaveAttribute('data-state', 'open')
  await expect(box).toHaveAttribute('data-kind', 'choose-one')
  await box.getByRole('button', { name: 'Certain', exact: true }).click()
  await box.locator('[data-option="amount"]').click()
  await box.getByRole('button', { name: 'Check' }).click()
  await expect(box).toHaveAttribute('data-state', 'wrong')
  await expect(box.locator('.reason')).toHaveCount(3)
  await expect(box.locator('[aria-live]')).toContainText('Not quite. You answered:')
  await expect(box.locator('[data-feedback]')).toContainText(
    'You were certain, so this passage is worth rereading.',
  )
  await expect(box.getByRole('link', { name: 'See it in the lesson' })).toHaveAttribute(
    'href',
    /\/lessons\/merkle-trees\/#a-hash-stands-in-for-the-text$/,
  )
  await box.getByRole('button', { name: 'Try again' }).click()
  await expect(box).toHaveAttribute('data-state', 'open')
  await box.locator('[data-option="nothing"]').click()
  await box.getByRole('button', { name: 'Check' }).click()
  await expect(box).toHaveAttribute('data-state', 'right')
  await expect(box.locator('[data-feedback]')).toContainText(
    'Your first answer, which was wrong, is the one that counts',
  )
  const summary = page.locator('[data-summary]')
  await summary.scrollIntoViewIfNeeded()
  await expect(summary).toContainText('You were certain about 1 and got it wrong, so reread that one first.')
  await expect(summary).toContainText('wrong, though you were certain; right since')
})

test('on one page: a question by keys alone, a number, short text and several choices', async ({ page }) => {
  await page.goto(at(review))
  // Keys alone; and asked for an answer when none was given.
  const byKeys = await question(page, 'roots-match')
  await byKeys.getByRole('button', { name: 'Check' }).focus()
  await page.keyboard.press('Enter')
  await expect(byKeys.getByRole('alert')).toHaveText('Choose one of the answers first.')
  await expect(byKeys).toHaveAttribute('data-state', 'open')
  await expect(byKeys.getByRole('radio').first()).toBeFocused()
  const right = await byKeys
    .locator('.option')
    .evaluateAll((options) => options.findIndex((option) => option.getAttribute('data-option') === 'speaks'))
  await page.keyboard.press('Space')
  for (let down = 0; down < right; down++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(byKeys).toHaveAttribute('data-state', 'right')

  // A number: what is no number is asked for again, a known mistake gets its own reason.
  const number = await question(page, 'walk-thousand')
  await number.getByRole('textbox').fill('many')
  await page.keyboard.press('Enter')
  await expect(number.getByRole('alert')).toContainText('Type a number')
  await number.getByRole('textbox').fill('1,024')
  await page.keyboard.press('Enter')
  await expect(number).toHaveAttribute('data-state', 'wrong')
  await expect(number.locator('[data-feedback]')).toContainText('That’s the flat list')
  await expect(number.locator('[data-feedback]')).toContainText('Correct answer: 21 hashes')
  await number.getByRole('button', { name: 'Try again' }).click()
  await expect(number.getByRole('textbox')).toBeFocused()
  await page.keyboard.type('21')
  await page.keyboard.press('Enter')
  await expect(number).toHaveAttribute('data-state', 'right')

  // Short text, and several choices.
  const text = await question(page, 'last-two')
  await text.getByRole('textbox').fill(' c AND d. ')
  await text.getByRole('button', { name: 'Check' }).click()
  await expect(text).toHaveAttribute('data-state', 'right')
  const many = await question(page, 'causes')
  await many.locator('[data-option="missed"]').click()
  await many.getByRole('button', { name: 'Check' }).click()
  await expect(many).toHaveAttribute('data-state', 'wrong')
  await expect(many.locator('[data-feedback] .verdict')).toHaveText(
    /^Not quite: 1 of 2 found; one is missing/,
  )
  const states = (await many.locator('.option').evaluateAll((options) => options.map((option) => `${option.getAttribute('data-verdict')}: ${option.querySelector('b')?.textContent?.trim()}`))).sort() // prettier-ignore
  expect(new Set(states)).toEqual(
    new Set(['left: Correctly left unticked.', 'missed: Missed.', 'right: Correct.']),
  )
  await many.getByRole('button', { name: 'Try again' }).click()
  await many.locator('[data-option="missed"]').click()
  await many.locator('[data-option="on-its-way"]').click()
  await many.getByRole('button', { name: 'Check' }).click()
  await expect(many).toHaveAttribute('data-state', 'right')
})

test('“Run it” opens the cell that computed the answer below the question, alive', async ({ page }) => {
  await page.goto(at(lesson))
  const box = await question(page, 'path-up')
  await box.getByRole('textbox').fill('15')
  await box.getByRole('button', { name: 'Check' }).click()
  await expect(box.locator('[data-feedback]')).toBeFocused()
  await box.getByRole('link', { name: 'Run it' }).click()
  await expect(page).toHaveURL(/\/lessons\/merkle-trees\/$/)
  const cell = box.locator('[data-cell="quiz-path"]')
  await expect(cell).toBeVisible()
  await cell.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(cell).toHaveAttribute('data-state', 'done')
  await expect(cell.locator('[data-output]')).toContainText('4 of 15 hashes changed')
})

test('the leaf is clicked in the figure, and found by keys as well', async ({ page }) => {
  await page.goto(at(lesson))
  const box = await question(page, 'click-the-leaf')
  await box.locator('[data-leaf="4"]').click()
  await box.getByRole('button', { name: 'Check' }).click()
  await expect(box).toHaveAttribute('data-state', 'wrong')
  await expect(box.locator('[data-feedback]')).toContainText('Its parent differs, but the row itself matches')
  await box.getByRole('button', { name: 'Try again' }).click()
  await expect(box.getByRole('radio', { name: /^row 1:/ })).toBeFocused()
  await page.keyboard.press('Space')
  for (let right = 0; right < 5; right++) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(box).toHaveAttribute('data-state', 'right')
})

test('answers are there again after a reload, and the missed are asked again from the summary', async ({
  page,
}) => {
  await page.goto(at(review))
  const box = await question(page, 'walk-thousand')
  await box.getByRole('textbox').fill('11')
  await page.keyboard.press('Enter')
  await expect(box).toHaveAttribute('data-state', 'wrong')
  await kept(page, 'events', 'merkle-trees.walk-thousand')
  await page.reload()
  const again = await question(page, 'walk-thousand')
  await expect(again).toHaveAttribute('data-state', 'wrong')
  await expect(again.getByRole('textbox')).toHaveValue('11')
  const summary = page.locator('[data-summary]')
  await summary.scrollIntoViewIfNeeded()
  await expect(summary).toContainText('1 of 11 answered, 0 right first time')
  await summary.getByRole('button', { name: 'Retry the one I missed' }).click()
  await expect(again).toHaveAttribute('data-state', 'open')
  await expect(again.getByRole('textbox')).toBeFocused()
})

test('a question has an address, and a report that carries its id, version, seed and choice', async ({
  page,
}) => {
  await page.goto(at(`${review}#merkle-trees.prefix`))
  const box = await question(page, 'prefix')
  await expect(box).toBeInViewport()
  await box.locator('[data-option="speed"]').click()
  await box.getByRole('button', { name: 'Check' }).click()
  await expect(box).toHaveAttribute('data-state', /right|wrong/)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await box.getByRole('button', { name: 'Report a problem' }).click()
  await expect(box.getByText('Copied')).toBeVisible()
  const body = await page.evaluate(() => navigator.clipboard.readText())
  expect(body).toContain('question: merkle-trees.prefix')
  expect(body).toContain('version: 1')
  expect(body).toMatch(/seed: \d+/)
  expect(body).toContain('choice: speed')
})

test('the prediction is committed to once, kept, and looked at again at the end', async ({ page }) => {
  await page.goto(at(lesson))
  const prediction = page.locator('[data-prediction="merkle-trees.opening"]')
  await prediction.scrollIntoViewIfNeeded()
  await expect(page.locator('astro-island[ssr]', { has: prediction })).toHaveCount(0)
  await prediction.locator('[data-option="questions"]').click()
  const told = page.evaluate(
    () =>
      new Promise((resolve) =>
        document.addEventListener('anti-entropy:predicted', (event) =>
          resolve((event as CustomEvent).detail),
        ),
      ),
  )
  await prediction.getByRole('button', { name: 'Lock in my prediction' }).click()
  expect(await told).toEqual({ prediction: 'merkle-trees.opening', choice: 'questions' })
  await expect(prediction).toHaveAttribute('data-state', 'committed')
  await kept(page, 'events', 'merkle-trees.opening')
  await page.reload()
  await prediction.scrollIntoViewIfNeeded()
  await expect(prediction).toHaveAttribute('data-state', 'committed')
  await expect(prediction.getByRole('radio').first()).toBeDisabled()
  const revisit = page.locator('[data-revisit="merkle-trees.opening"]')
  await revisit.scrollIntoViewIfNeeded()
  await expect(revisit).toHaveAttribute('data-state', 'came-otherwise')
  await expect(revisit.locator('.verdict')).toHaveText('It turned out differently.')
  await expect(revisit).toContainText('You predicted: Short questions')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('questions, answers and reasons can be read', async ({ page }) => {
    await page.goto(at(review))
    const places = page.locator('.question-place')
    await expect(places).toHaveCount(11)
    await expect(page.getByRole('button', { name: 'Check' })).toHaveCount(0)
    const first = places.first()
    await first.locator('.answers > summary').click()
    await expect(first.locator('.answers')).toContainText(
      'Correct: A difference in any row would have changed the root.',
    )
    await expect(first.locator('.answers')).toContainText('no proof')
  })
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 1280]) {
    test.describe(`at ${width} pixels, ${colorScheme}`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } })
      test('answered questions fit the page and pass axe', async ({ page }) => {
        await page.goto(at(review))
        const box = await question(page, 'roots-match')
        await box.locator('[data-option="proof"]').click()
        await box.getByRole('button', { name: 'Check' }).click()
        const number = await question(page, 'walk-thousand')
        await number.getByRole('textbox').fill('11')
        await number.getByRole('button', { name: 'Check' }).click()
        await expect(number).toHaveAttribute('data-state', 'wrong')
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect(overflow).toBeLessThanOrEqual(0)
        expect(await axeFindings(page)).toEqual([])
      })
    })
  }
}

test('a print of the review page keeps every question and leaves out its buttons', async ({ page }) => {
  await page.goto(at(review))
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('[data-question] legend').first()).toBeVisible()
  await expect(page.locator('[data-question] button').first()).toBeHidden()
})
