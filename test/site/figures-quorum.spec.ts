import { at, expect, test } from './site.ts'

test('the quorum figure: by keyboard, its table, picture and words say the same, and the bench has what the lesson leaves out', async ({
  page,
}) => {
  await page.goto(at('/playground/quorum/'))
  const figure = page.locator('[data-figure="quorum"]')
  const write = figure.getByLabel('A write waits for (W)')
  await expect(write).toBeEnabled()
  const said = figure.locator('.quorum-said')
  await expect(said).toContainText('W + R = 4.')
  await expect(figure.getByRole('img', { name: /9 pairs.*; 0 don’t overlap/ })).toBeVisible()
  await expect(figure.locator('[data-need="write"]')).toContainText('99.9702%')

  // Down to ONE by keyboard: three of the nine pairs don't meet, and one of them is shown.
  await write.focus()
  await page.keyboard.press('Home')
  await expect(write).toHaveValue('ONE')
  await expect(said).toContainText('3 of 9 pairs don’t overlap')
  await expect(figure.getByRole('img', { name: /9 pairs.*; 3 don’t overlap/ })).toBeVisible()
  const crosses = (await figure.locator('.quorum-apart').getAttribute('d')) ?? ''
  expect(crosses.match(/M/g)).toHaveLength(3)
  await expect(figure.locator('td[data-both="true"]')).toHaveCount(0)
  await expect(figure.locator('[data-need="write"]')).toContainText('99.9999%')

  // A level that the copies don't reach becomes ALL.
  await figure.getByLabel('Copies (N)').selectOption('1')
  await expect(figure.getByLabel('A read waits for (R)')).toHaveValue('QUORUM')
  await figure.getByLabel('Copies (N)').selectOption('5')
  await figure.getByLabel('A read waits for (R)').selectOption('THREE')
  await figure.getByLabel('Copies (N)').selectOption('2')
  await expect(figure.getByLabel('A read waits for (R)')).toHaveValue('ALL')

  // The bench alone: nodes down, and how reliable a node is.
  await figure.getByLabel('Copies (N)').selectOption('3')
  await figure.getByRole('button', { name: 'B is up' }).click()
  await expect(figure.locator('.quorum-now')).toContainText(
    'With B down, writes still work; reads are refused',
  )
  await figure.getByLabel('One node is up').selectOption('999000')
  await expect(figure.locator('[data-need="read"]')).toContainText('99.7002999%')

  await page.goto(at('/lessons/replicas/'))
  const inLesson = page.locator('[data-figure="quorum"]')
  await inLesson.scrollIntoViewIfNeeded()
  await expect(inLesson.getByLabel('A write waits for (W)')).toBeEnabled()
  // What saves and embeds a figure is folded below it.
  const own = inLesson.locator('select, input, button').and(page.locator(':not(.figure-keep *)'))
  expect(await own.count()).toBeLessThanOrEqual(3)
})
