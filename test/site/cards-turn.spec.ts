import { axeFindings } from './axe.ts'
import { builtHtml } from './built.ts'
import { at, expect, test } from './site.ts'

test('a card is turned by click, by Enter and by Space, and turned back', async ({ page }) => {
  await page.goto(at('/cards/merkle-trees/'))
  const cards = page.locator('[data-card]')
  expect(await cards.count()).toBeGreaterThanOrEqual(12)
  const first = cards.first()
  const back = first.locator('.back')
  await expect(back).toBeHidden()
  await first.locator('summary').click()
  await expect(back).toBeVisible()
  await expect(first).toHaveAttribute('data-state', 'back')
  await expect(first.getByRole('link')).toHaveAttribute('href', /\/lessons\/merkle-trees\/#/)
  await first.locator('summary').focus()
  await page.keyboard.press('Enter')
  await expect(back).toBeHidden()
  await page.keyboard.press('Space')
  await expect(back).toBeVisible()
})

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } })
  test('a card is turned by a tap', async ({ page }) => {
    await page.goto(at('/cards/merkle-trees/'))
    const first = page.locator('[data-card]').first()
    await first.locator('summary').tap()
    await expect(first.locator('.back')).toBeVisible()
  })
})

test('all cards stand on one page, deck by deck, and every link leads to a passage that is there', async ({
  page,
}) => {
  await page.goto(at('/cards/'))
  await expect(page.getByRole('heading', { name: 'Quick revision' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Merkle trees' })).toBeVisible()
  const links = await page
    .locator('[data-card] .back a')
    .evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).href))
  const cards = page.locator('[data-card]')
  const toCome = page.locator('[data-card] .back .to-come')
  expect(links.length).toBeGreaterThanOrEqual(20)
  expect(
    links.length + (await toCome.count()),
    'each card leads on, or says that its lesson is coming soon',
  ).toBe(await cards.count())
  const ids = new Map<string, readonly string[]>()
  const lost = links.filter((link) => {
    const [, path, section] = /(\/lessons\/[^/]+\/)#(.+)$/.exec(link) ?? []
    if (path === undefined || section === undefined) return true
    if (!ids.has(path))
      ids.set(
        path,
        [...builtHtml(path as `/${string}`).matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id ?? ''),
      )
    return !ids.get(path)?.includes(decodeURIComponent(section))
  })
  expect(lost).toEqual([])
})

test('the quick deck prints on one sheet, A4 and Letter, with every answer on it', async ({ page }) => {
  await page.goto(at('/cards/quick/'))
  for (const format of ['A4', 'Letter'] as const) {
    const sheet = await page.pdf({ format })
    const pages = sheet.toString('latin1').match(/\/Type\s*\/Page\b/g)
    expect(pages, `on ${format}`).toHaveLength(1)
  }
  await page.emulateMedia({ media: 'print' })
  const rows = page.locator('.deck-sheet tbody tr')
  await expect(rows).toHaveCount(await page.locator('[data-card]').count())
  await expect(rows.first()).toBeVisible()
  await expect(page.locator('[data-card]').first()).toBeHidden()
})

test('the quick card honours its six claims, each with a source that stands on the page, after the cards', async ({
  page,
}) => {
  await page.goto(at('/cards/quick/'))
  const lines = page.locator('.card-lines [data-claim]')
  expect(await lines.evaluateAll((found) => found.map((line) => line.getAttribute('data-claim')))).toEqual([
    '103',
    '104',
    '105',
    '106',
    '107',
    '108',
  ])
  // The sources are folded: a reader opens them, or follows a reference, which does.
  await page.evaluate(() => document.querySelectorAll('details').forEach((fold) => (fold.open = true)))
  for (const line of await page.locator('.card-lines dd').all()) {
    const reference = line.getByRole('link').first()
    const source = page.locator((await reference.getAttribute('href')) ?? 'no source')
    await expect(source).toBeVisible()
    await expect(source.locator('cite')).not.toBeEmpty()
  }
})

test('a lesson’s deck prints with its answers, though no card was turned', async ({ page }) => {
  await page.goto(at('/cards/merkle-trees/'))
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('[data-card] .back').first()).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('cards are turned all the same', async ({ page }) => {
    await page.goto(at('/cards/quick/'))
    const first = page.locator('[data-card]').first()
    await first.locator('summary').click()
    await expect(first.locator('.back')).toBeVisible()
  })
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 1280]) {
    test.describe(`at ${width} pixels, ${colorScheme}`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } })
      test('cards fit the page and pass axe', async ({ page }) => {
        await page.goto(at('/cards/'))
        await page.locator('[data-card] summary').first().click()
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        ).toBeLessThanOrEqual(0)
        expect(await axeFindings(page)).toEqual([])
      })
    })
  }
}
