import { readFileSync } from 'node:fs'
import { builtHtml, builtPages } from './built.ts'
import { at, expect, test } from './site.ts'

const chapters = builtPages().filter(
  (path) => /^\/engine\/[^/]+\/$/.test(path) && !/leaves-out|upstream/.test(path),
)

test('the table of contents is linked from the foot of every page and leads to every chapter', async ({
  page,
}) => {
  await page.goto(at('/'))
  await page.getByRole('contentinfo').getByRole('link', { name: 'Read the engine' }).click()
  await expect(page).toHaveURL(/\/engine\/$/)
  expect(chapters.length).toBe(7)
  for (const path of [...chapters, '/engine/leaves-out/'])
    await expect(page.locator(`.chapters a[href$="${path}"]`)).toHaveCount(1)
})

for (const path of chapters)
  test(`${path} shows each of its files as it stands in src/engine`, async ({ page }) => {
    await page.goto(at(path))
    const shown = await page
      .locator('[data-source]')
      .evaluateAll((blocks) => blocks.map((block) => [block.getAttribute('data-source'), block.textContent]))
    expect(shown.length).toBeGreaterThan(3)
    for (const [file, text] of shown)
      expect(text, file ?? '').toBe(readFileSync(`src/engine/${file}`, 'utf8'))
  })

test('every file of the engine is on one page, or named with the reason why not', () => {
  const pages = chapters.map((path) => builtHtml(path)).join('')
  const files = [...pages.matchAll(/data-source="([^"]+)"/g)].map(([, file]) => file)
  expect(files.length).toBe(new Set(files).size)
  const home = builtHtml('/engine/')
  for (const line of readFileSync('src/engine/index.ts', 'utf8').matchAll(/from '\.\/([^']+)'/g))
    expect(files.includes(line[1]) || home.includes(`<code>${line[1]}</code>`), line[1]).toBe(true)
})

test('a name’s address opens the fold that hides it and shows its line', async ({ page }) => {
  await page.goto(at('/engine/one-run/#core-table.Table'))
  const line = page.locator('[id="core-table.Table"]')
  await expect(line).toBeInViewport()
  await expect(line).toHaveText(/export class Table/)
})

test('an import is a link to the file it names', async ({ page }) => {
  await page.goto(at('/engine/the-ring/'))
  // Long files are folded.
  await page.locator('.source-file:has([data-source="ring/write.ts"]) > summary').click()
  await page.locator('[data-source="ring/write.ts"] a', { hasText: './hints.ts' }).click()
  await expect(page).toHaveURL(/#ring-hints$/)
  await expect(page.locator('#ring-hints')).toBeInViewport()
})

test('long lines scroll in their box, by key, and folds open by key', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(at('/engine/one-run/'))
  const code = page.locator('[data-source="core/queue.ts"]')
  await code.focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => code.evaluate((box) => box.scrollLeft)).toBeGreaterThan(0)
  const folded = page.locator('.source-file:has([data-source="core/recorder.ts"])')
  await expect(folded).not.toHaveAttribute('open')
  await folded.locator('summary').focus()
  await page.keyboard.press('Enter')
  await expect(folded).toHaveAttribute('open')
})

test('what is left out says for each item what is real, what is here, and where to see it', async ({
  page,
}) => {
  await page.goto(at('/engine/leaves-out/'))
  const items = page.locator('.left-out')
  expect(await items.count()).toBeGreaterThan(20)
  for (const item of await items.all()) {
    await expect(item.locator('dd')).toHaveCount(2)
    expect(await item.locator('.rests a').count()).toBeGreaterThan(0)
  }
})
