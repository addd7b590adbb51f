import type { Locator, Page } from '@playwright/test'
import { at, expect, test } from './site.ts'

async function adversaryOn(page: Page): Promise<Locator> {
  await page.goto(at('/playground/quorum/'))
  const figure = page.locator('[data-figure="adversary"]')
  await figure.scrollIntoViewIfNeeded()
  await expect(figure.getByRole('radio').first()).toBeEnabled()
  return figure
}

async function bet(figure: Locator, write: number, read: number): Promise<void> {
  const choose = (group: RegExp, need: number) =>
    figure
      .getByRole('group', { name: group })
      .getByRole('radio')
      .nth(need - 1)
      .check({ force: true })
  await choose(/W: a write/, write)
  await choose(/R: a read/, read)
  await figure.getByRole('button', { name: 'Place the bet' }).click()
}

const over = { timeout: 60_000 }

test('from bet to reveal: W = R = 1 falls to three entries, 2 and 2 to nothing, until a clock is crooked', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const workers: string[] = []
  page.on('worker', (worker) => workers.push(worker.url()))
  const figure = await adversaryOn(page)
  // Before the bet nothing is given away, and there's nothing to bet with until both are chosen.
  await figure.getByRole('button', { name: 'Place the bet' }).click()
  await expect(figure.locator('[data-phase="bet"]')).toBeVisible()
  await expect(figure.locator('.adversary-strike')).toHaveCount(0)
  await expect(figure.locator('.adversary-through')).toHaveAttribute('d', '')

  await bet(figure, 1, 1)
  await expect(figure.locator('[data-phase="lost"]')).toBeVisible(over)
  expect(workers).toHaveLength(1)
  await expect(figure.locator('.adversary-small li')).toHaveCount(3)
  await expect(figure.locator('.adversary-small li[data-kind="trouble"]')).toHaveCount(1)
  await expect(figure.locator('.adversary-small')).toContainText('no such row')
  const entries = await figure.locator('.adversary-strike li').count()
  await expect(figure.locator('.adversary-strike s')).toHaveCount(entries - 3)
  // The wall and the words say the same.
  const said = (await figure.locator('.adversary-said').textContent()) ?? ''
  const through = Number(/^(\d+) attacks of 1,000/.exec(said)?.[1])
  expect(through).toBeGreaterThan(50)
  await expect(figure.getByRole('img', { name: `, ${through} returned a stale answer` })).toBeVisible()
  const crosses = (await figure.locator('.adversary-through').getAttribute('d')) ?? ''
  expect(crosses.match(/M/g)).toHaveLength(through)
  // The plan that is left is drawn by the cluster figure, and opens on the bench.
  await expect(figure.locator('.adversary-drawing .cluster')).toBeVisible()
  await expect(figure.getByRole('link', { name: 'Open in the playground' })).toHaveAttribute(
    'href',
    /\/playground\/cluster\/#plan=2\..+&at=\d+&hash=[0-9a-f]{8}$/,
  )
  const won = figure.locator('.adversary-drawing .cluster')
  const hash = (await won.getAttribute('data-hash')) ?? ''
  const bench = await page.context().newPage()
  await bench.goto(
    new URL(
      (await figure.getByRole('link', { name: 'Open in the playground' }).getAttribute('href')) ?? '',
      page.url(),
    ).href,
  )
  await expect(bench.locator(`[data-hash="${hash}"]`).first()).toBeVisible()
  await bench.close()

  await figure.getByRole('button', { name: 'New bet' }).click()
  await bet(figure, 2, 2)
  await expect(figure.locator('[data-phase="held"]')).toBeVisible(over)
  await expect(figure.locator('.adversary-said')).toContainText('No stale answer in 1,000 attacks')
  await figure.getByRole('button', { name: 'Skew one clock' }).click()
  await expect(figure.locator('[data-phase="lost"]')).toBeVisible(over)
  await expect(figure.locator('.adversary-small li[data-kind="trouble"]')).toHaveText(
    /clock is now \d+ s (?:slow|fast)/,
  )
  await expect(figure.locator('.adversary-small li')).toHaveCount(4)
  await expect(figure.locator('.adversary-rounds tbody tr')).toHaveCount(3)
})

test('by keyboard on a phone: the bet is made, lost or won, and made again', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const figure = await adversaryOn(page)
  await figure.getByRole('radio').first().focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  // W = 2 with R = 1 isn't enough; the strokes come one after another for who doesn't ask for stillness.
  await expect(figure.locator('.adversary-stake')).toContainText('W = 2, R = 1')
  await expect(figure.locator('[data-phase="lost"]')).toBeVisible(over)
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(390)
  // Who is at the keyboard isn't thrown back to the top of the page.
  await expect(figure.getByRole('button', { name: 'New bet' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(figure.getByRole('radio', { name: '2 of 3' }).first()).toBeChecked()
})
