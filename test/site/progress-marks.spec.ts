import type { Page } from '@playwright/test'
import { at, expect, test } from './site.ts'

const lesson = '/lessons/merkle-trees/'
const words = (page: Page) => page.locator('[data-progress-words="merkle-trees"]').first()
const ring = (page: Page) => page.locator('[data-progress="merkle-trees"]').first()

test('what was read, run, answered and turned is shown in the lesson list, over a reload', async ({
  page,
}) => {
  await page.goto(at(lesson))
  await expect(words(page)).toHaveText('(not started)')
  await expect(ring(page)).toHaveAttribute('data-state', 'new')

  await page.locator('[data-lesson] > h2').nth(1).scrollIntoViewIfNeeded()
  await expect(words(page)).toContainText('1 of 8 sections read')
  await expect(ring(page)).toHaveAttribute('data-state', 'begun')

  await page.locator('[data-cell]').first().scrollIntoViewIfNeeded()
  await page.locator('[data-cell]').first().getByRole('button', { name: /^Run/ }).click()
  await expect(words(page)).toContainText(/[1-9]\d* of \d+ cells run/)

  const question = page.locator('[data-question="merkle-trees.path-up"]')
  await question.scrollIntoViewIfNeeded()
  await question.getByRole('textbox').fill('4')
  await question.getByRole('button', { name: 'Check' }).click()
  await expect(words(page)).toContainText('1 of 5 questions answered, 1 right first time')

  await page.goto(at('/cards/merkle-trees/'))
  await page.locator('[data-card] summary').first().click()
  await expect(words(page)).toContainText(/1 of \d+ cards flipped/)

  await page.reload()
  await expect(words(page)).toContainText('1 of 5 questions answered, 1 right first time')
  await expect(words(page)).toContainText(/1 of \d+ cards flipped/)
})

test('a section that flies past is not read', async ({ page }) => {
  await page.goto(at(lesson))
  await expect(words(page)).toHaveText('(not started)')
  await page.locator('.lesson-summary > .hint').scrollIntoViewIfNeeded()
  // The end of the last section stays in view, and that one is read: the marks are alive.
  await expect(words(page)).toContainText('sections read')
  await expect(words(page)).toContainText('(1 of 8 sections read')
})

test('another tab shows what this one did', async ({ page, context }) => {
  await page.goto(at('/cards/merkle-trees/'))
  const other = await context.newPage()
  await other.goto(at('/'))
  await expect(words(other)).toHaveText('(not started)')
  await page.locator('[data-card] summary').first().click()
  await expect(words(other)).toContainText(/1 of \d+ cards flipped/)
})
