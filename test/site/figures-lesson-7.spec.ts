import type { Locator, Page } from '@playwright/test'
import { at, expect, test } from './site.ts'

async function figureOn(page: Page, id: string): Promise<Locator> {
  const figure = page.locator(`[data-figure="${id}"]`)
  await figure.scrollIntoViewIfNeeded()
  await expect(figure.locator('button:enabled, input:enabled, select:enabled').first()).toBeVisible()
  return figure
}

test('lesson 7: follow row 3, kill a box, find the cause, walk, search the course, pick a store', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(at('/lessons/databases-for-ai/'))

  const system = await figureOn(page, 'system')
  await expect(system.locator('.assistant-way')).toContainText('Step 1 of 10')
  await system.getByRole('button', { name: 'Next step' }).click()
  await expect(system.locator('.assistant-way')).toContainText('The API writes row 3 to A')
  await expect(system.locator('.assistant-chat')).toHaveClass(/ on/)
  await expect(system.locator('.changed')).toHaveCount(0)
  await system.getByRole('button', { name: 'Kill embedding job' }).click()
  await expect(system.locator('.changed').first()).toContainText('walnut cake', { timeout: 45_000 })
  await system.getByRole('button', { name: 'Bring back embedding job' }).click()
  await expect(system.locator('.changed')).toHaveCount(0, { timeout: 45_000 })
  await system.getByRole('combobox').selectOption('chat')
  await expect(system.locator('.assistant-table')).toContainText('5 of 6', { timeout: 45_000 })

  // Nothing tells the cause before an experiment does; the first evening reads too few lists.
  const cake = await figureOn(page, 'cake')
  await expect(cake.locator('table')).toHaveCount(0)
  await cake.getByRole('button', { name: 'Wait 8 seconds and ask again' }).click()
  await expect(cake.locator('.wrong-answer-tried')).toContainText('walnut cake', { timeout: 45_000 })
  await cake.getByRole('button', { name: 'A filter after the search' }).click()
  await expect(cake.locator('.wrong-answer-verdict')).toContainText('Not quite')
  await cake.getByRole('button', { name: 'Follow row 3 by its name' }).click()
  await expect(cake.locator('.wrong-answer-places .missing').first()).toContainText(
    'in a list that the search read',
    { timeout: 45_000 },
  )
  await cake.getByRole('button', { name: 'An index searched too narrowly' }).click()
  await cake.getByRole('button', { name: 'Read all eight lists' }).click()
  await expect(cake.locator('.wrong-answer-said')).toContainText('Lemon pie', { timeout: 45_000 })
  await expect(cake.locator('th.decides')).toHaveText(/Follow row 3/)
  await cake.getByRole('button', { name: 'New run, new cause' }).click()
  await expect(cake.locator('.wrong-answer-said')).toContainText('Walnut cake')

  const walk = await figureOn(page, 'walk')
  await walk.getByLabel('How?').selectOption('exact')
  await expect(walk.locator('.walk-said')).toContainText('Compares “puppy” with all 48 words.')
  await walk.getByLabel('How?').selectOption('ivf')
  await walk.getByRole('button', { name: 'Next step' }).click()
  await expect(walk.locator('.walk-said')).toContainText('of the true five')

  // Words find nothing here, vectors do; the table that embeds the question is fetched now and not before.
  const search = await figureOn(page, 'search')
  await search.getByRole('searchbox').fill('Where would conversations with an assistant be kept?')
  const fetched = page.waitForResponse((response) => response.url().endsWith('/search/static.bin'))
  await search.getByRole('button', { name: 'Search', exact: true }).click()
  expect((await fetched).ok()).toBe(true)
  await expect(search.getByRole('region', { name: 'By vectors' })).toContainText('Databases for AI', {
    timeout: 45_000,
  })
  await search.getByText('The prompt that a language model would get').click()
  await expect(search.locator('pre')).toContainText('Question: Where would conversations')
  await search.getByLabel('Show').selectOption('sum')
  await expect(search.locator('section')).toHaveCount(1)
  await search.getByRole('searchbox').fill('')
  await search.getByRole('searchbox').press('Enter')
  await expect(search.locator('section')).toContainText('No results.')
  await expect(page.locator('[data-measured] tbody tr')).toHaveCount(7)

  const picker = await figureOn(page, 'picker')
  await picker.getByLabel('Training data').check()
  await expect(picker.locator('.job-picker-choice')).toContainText('An object store.')
})
