import type { Page } from '@playwright/test'
import { at, expect, test } from './site.ts'

/** Holds the script of one island back until the answer is called. */
async function holdBack(page: Page, script: string): Promise<() => void> {
  let release = () => {}
  const isReleased = new Promise<void>((resolve) => (release = resolve))
  let held = 0
  await page.route(`**/_astro/${script}*.js`, async (route) => {
    held += 1
    await isReleased
    await route.continue()
  })
  return () => {
    expect(held, 'the script was asked for, and held back').toBeGreaterThan(0)
    release()
  }
}

test('what is typed, chosen and handed in before the script has come is not lost', async ({ page }) => {
  const release = await holdBack(page, 'question-island')
  await page.goto(at('/lessons/merkle-trees/'))
  const typed = page.locator('[data-question="merkle-trees.path-up"]')
  await typed.scrollIntoViewIfNeeded()
  await typed.getByRole('textbox').pressSequentially('4')
  await typed.getByRole('button', { name: 'Check' }).click()
  const island = page.locator('astro-island', { has: typed })
  await expect(island).toHaveAttribute('aria-busy', 'true')
  await expect(typed).toHaveAttribute('data-state', 'open')

  const chosen = page.locator('[data-question][data-kind="choose-one"]').first()
  await chosen.scrollIntoViewIfNeeded()
  const option = chosen.getByRole('radio').nth(1)
  await option.focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')

  release()
  await expect(typed).toHaveAttribute('data-state', 'right')
  await expect(island).not.toHaveAttribute('aria-busy')
  await expect(chosen).toHaveAttribute('data-state', /right|wrong/)
  await expect(option).toBeChecked()
  expect(new URL(page.url()).search).toBe('')
})

test('a file that is chosen before the script has come is opened when it comes', async ({ page }) => {
  const release = await holdBack(page, 'results-island')
  await page.goto(at('/teach/results/'))
  const field = page.locator('.results input[type="file"]')
  await field.setInputFiles({ name: 'sheet.json', mimeType: 'application/json', buffer: Buffer.from('{}') })
  await expect(page.locator('astro-island', { has: field })).toHaveAttribute('aria-busy', 'true')
  release()
  await expect(page.locator('.results [role="status"]')).not.toBeEmpty()
})
