import { axeFindings } from './axe.ts'
import { at, expect, test } from './site.ts'

test('the search is one key away, finds by kind, goes by keyboard, and says when it cannot load', async ({
  page,
  context,
}) => {
  await page.goto(at('/lessons/replicas/'))
  await page.locator('h1').click()
  await page.keyboard.press('/')
  const dialog = page.getByRole('dialog', { name: 'Search' })
  const field = dialog.getByRole('searchbox')
  await expect(field).toBeFocused()
  await field.fill('hinted handoff')
  await expect(dialog.getByRole('region', { name: 'Lessons and pages' })).toBeVisible()
  await expect(dialog.getByRole('status')).toContainText('found for “hinted handoff”')
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('ArrowDown')
  await expect(dialog.locator('.find-hits a').first()).toBeFocused()
  const wanted = (await dialog.locator('.find-hits a').first().getAttribute('href'))!
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(wanted.replace(/[.?]/g, '\\$&')))

  // Typed in a field, the key is a character.
  await page.goto(at('/search/?q=quorum'))
  await expect(page.getByRole('region', { name: 'Terms' })).toContainText('quorum')
  await expect(page.getByRole('region', { name: 'Cards' })).toBeVisible()
  await page.getByRole('searchbox').fill('read')
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox')).toHaveValue('read/')

  // By meaning as well, once the reader asks: other words for the same thing, and each hit says what found it.
  const hits = page.locator('.find-hits')
  await page.getByRole('searchbox').fill('a deleted record comes back to life')
  await context.route('**/search/static.bin', (route) =>
    route.fulfill({ status: 200, contentType: 'application/octet-stream', body: 'cut off' }),
  )
  await page.getByRole('button', { name: 'Search by meaning too' }).click()
  await expect(page.getByRole('alert')).toContainText('words are still searched')
  await context.unroute('**/search/static.bin')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('status').first()).toContainText('by meaning')
  await expect(hits.locator('.find-by', { hasText: 'by meaning' }).first()).toBeVisible()
  expect(await axeFindings(page, { within: '.find' })).toEqual([])
  const near = hits.locator('li', { has: page.locator('.find-by', { hasText: /^by meaning$/ }) }).locator('a')
  expect(await near.first().getAttribute('href')).toMatch(/^\/lessons\/[a-z0-9-]+\/(#[a-z0-9-]+)?$/)

  await context.route('**/pagefind/**', (route) =>
    route.fulfill({ status: 200, contentType: 'text/javascript', body: 'throw 1' }),
  )
  await page.goto(at('/search/?q=quorum'))
  await expect(page.locator('.find').getByRole('status')).toContainText('The index couldn’t be loaded')
})
