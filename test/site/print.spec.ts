import { at, expect, test } from './site.ts'

test('on paper a lesson is dark ink on white, without what only a screen needs', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await page.goto(at('/lessons/merkle-trees/'))
  await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(255, 255, 255)')
  await expect(page.locator('html')).toHaveCSS('color', 'rgb(29, 33, 38)')
  for (const part of ['.bar', '.foot', '.contents', '.pager', '.skip'])
    await expect(page.locator(part)).toBeHidden()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  // How long an exercise takes stood alone at the foot of a sheet, with the exercise overleaf.
  await expect(page.locator('article .minutes').first()).toHaveCSS('break-after', 'avoid')
})

test('lesson 1 takes at most ten sheets, with what is folded left out and what was opened printed', async ({
  page,
}) => {
  await page.goto(at('/lessons/distributed-systems/'))
  await page.evaluate(() => document.fonts.ready)
  const pages = async () => sheets(await page.pdf({ format: 'A4' }))
  const closed = await pages()
  expect(closed).toBeLessThanOrEqual(10)
  await page.evaluate(() => document.querySelectorAll('article details').forEach((fold) => fold.toggleAttribute('open', true))) // prettier-ignore
  expect(await pages()).toBeGreaterThan(closed)
  // A figure is as wide as the sheet allows, and what happened is in it.
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 680, height: 960 })
  for (const drawing of await page.locator('article .cluster-diagram').all()) {
    const { shown, room, lines } = await drawing.evaluate((svg) => ({
      shown: svg.getBoundingClientRect().width,
      room: svg.parentElement!.getBoundingClientRect().width,
      lines: svg.querySelectorAll('.cluster-message, .cluster-operation').length,
    }))
    expect(shown).toBeLessThanOrEqual(room + 1)
    expect(lines).toBeGreaterThan(0)
  }
})

test('a figure that doesn’t fit leaves no sheet half empty before it', async ({ page }) => {
  await page.goto(at('/lessons/databases-for-ai/'))
  await page.evaluate(() => document.fonts.ready)
  // In one piece each, the figures of this lesson made it sixteen sheets, four of them half empty.
  expect(sheets(await page.pdf({ format: 'A4' }))).toBeLessThanOrEqual(15)
  await page.emulateMedia({ media: 'print' })
  const drawn = page.locator('article .figure svg:visible')
  await expect(drawn.first()).toHaveCSS('break-inside', 'avoid')
  await expect(page.locator('article .figure').first()).toHaveCSS('break-inside', 'auto')
})

test('the handout has the questions without answers, and the key has them with', async ({ page }) => {
  await page.goto(at('/lessons/merkle-trees/handout/'))
  const count = await page.locator('[data-sheet-question]').count()
  expect(count).toBeGreaterThan(5)
  await expect(page.locator('.reasons')).toHaveCount(0)
  await page.getByRole('link', { name: 'The key, with answers' }).click()
  await expect(page.locator('[data-sheet-question]')).toHaveCount(count)
  for (const question of await page.locator('[data-sheet-question]').all())
    await expect(question.locator('.reasons > .right').first()).toBeVisible()
})

test('on paper a link that leads outside shows its address, and a number leads to a source that’s printed', async ({
  page,
}) => {
  await page.emulateMedia({ media: 'print' })
  await page.goto(at('/lessons/merkle-trees/'))
  const number = page.locator('article .reference').first()
  await expect(number).toBeHidden()
  await page.locator('.sources details').evaluate((fold) => fold.toggleAttribute('open', true))
  await expect(number).toBeVisible()
  const link = page.locator('.sources a[href^="http"]').first()
  await expect(link).toHaveCount(1)
  const address = await link.getAttribute('href')
  expect(await link.evaluate((a) => getComputedStyle(a, '::after').content)).toContain(address)
})

/** How many sheets a PDF has. */
function sheets(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0
}
