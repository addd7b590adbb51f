import { at, expect, test } from './site.ts'

test('the notes: whole and marked, filtered by verdict, as a table, and with every line true', async ({
  page,
}) => {
  await page.goto(at('/notes/'))
  const written = page.locator('.notes-view[data-view="written"]')
  await expect(written.locator('[data-claim]')).toHaveCount(108)
  await expect(written.locator('[data-truth]:visible')).toHaveCount(108)

  // A mark leads to what is said of it.
  await written.locator('[data-claim="47"]').click()
  await expect(page).toHaveURL(/#truth-47$/)
  await expect(page.locator('#truth-47')).toContainText('0a4d55a8d778e5022fab701977c5d840bbc486d0')
  await expect(page.locator('#truth-47').getByRole('link', { name: 'See it in lesson 4' })).toHaveAttribute(
    'href',
    /lessons\/merkle-trees\/#claim-47$/,
  )

  const filters = page.getByRole('group', { name: 'Which claims to show' })
  const wrong = filters.getByRole('button', { name: /^Wrong: \d+$/ })
  const count = Number((await wrong.textContent())?.match(/\d+/)?.[0])
  await wrong.click()
  await expect(wrong).toHaveAttribute('aria-pressed', 'true')
  await expect(written.locator('[data-truth]:visible')).toHaveCount(count)
  await expect(page.locator('[data-told]')).toHaveText(`${count} claims shown`)

  await page.getByRole('button', { name: 'As a table' }).click()
  await expect(written).toBeHidden()
  await expect(page.locator('.truth-table tbody tr:visible')).toHaveCount(count)

  await page.getByRole('button', { name: 'Every line true' }).click()
  const rewritten = page.locator('.notes-view[data-view="true"]')
  await expect(rewritten.locator('[data-true]')).toHaveCount(108)
  await expect(rewritten).toContainText('The trees differ in one leaf; nobody knows that a row is missing')
  await expect(rewritten).not.toContainText('ONLY Row 3')
})

test('a plan comes as a script with a pinned version, and the histories agree', async ({ page }) => {
  await page.goto(at('/commands/'))
  const plan = page.locator('#cassandra-repair-row-3')
  const script = await page.request.get(
    new URL((await plan.getByRole('link', { name: 'The script' }).getAttribute('href')) ?? '', page.url())
      .href,
  )
  expect(await script.text()).toContain('image: cassandra:5.0.5')
  await page.goto(at('/recorded/histories/'))
  await expect(page.locator('article')).toContainText(/29,701 of 29,701 answers agree/)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the notes, the table and the rewritten notes stand below each other', async ({ page }) => {
    await page.goto(at('/notes/'))
    await expect(page.locator('.notes-view')).toHaveCount(3)
    for (const view of ['written', 'table', 'true'])
      await expect(page.locator(`.notes-view[data-view="${view}"]`)).toBeVisible()
  })
})
