import type { Locator, Page } from '@playwright/test'
import { savedAlone } from './saved.ts'
import { at, expect, test } from './site.ts'

async function figureOn(page: Page, id: string): Promise<Locator> {
  const figure = page.locator(`[data-figure="${id}"]`)
  await figure.scrollIntoViewIfNeeded()
  await expect(figure.locator('input, select').first()).toBeEnabled()
  return figure
}

/** How many crates of each kind a lane shows. */
function crates(truck: Locator, lane: string, kind: string): Locator {
  return truck.locator(`[data-lane="${lane}"] [data-crate="${kind}"]`)
}

test('lesson 5: predict, unload, pull up the depth; then a key, a bill and the meters', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(at('/lessons/cassandra-repair/'))

  // Nothing is given away before the prediction.
  const truck = await figureOn(page, 'truck')
  await expect(truck.locator('.crate')).toHaveCount(0)
  await expect(truck.getByRole('slider')).toHaveCount(0)
  await truck.getByRole('spinbutton').fill('1')
  await truck.getByRole('spinbutton').press('Enter')
  await expect(truck.locator('[data-phase="open"]')).toBeVisible({ timeout: 45_000 })
  await expect(truck.locator('[role="status"]:not(.figure-keep *)')).toHaveText(
    /^154 travelled to deliver 1\./,
  )
  await expect(truck.locator('.truck-guess')).toContainText('You predicted 1; it took 154.')
  await expect(crates(truck, 'AB', 'had')).toHaveCount(38)
  await expect(crates(truck, 'AB', 'new')).toHaveCount(1)
  await expect(crates(truck, 'CB', 'again')).toHaveCount(1)
  await expect(crates(truck, 'BA', 'had')).toHaveCount(38)
  await expect(truck.locator('.truck-recorded')).toContainText('154 in all. Crate for crate the same.')

  // Deeper trees leave crates at home, until the memory says stop; a larger heap gives one level more.
  const depth = truck.getByRole('slider')
  await expect(depth).toBeFocused()
  for (let press = 0; press < 5; press++) await depth.press('ArrowRight')
  await expect(crates(truck, 'AB', 'had')).toHaveCount(1)
  await expect(truck.locator('.truck-recorded')).toContainText('6 in all. Crate for crate the same.')
  await depth.press('ArrowRight')
  await expect(truck.locator('[data-stop="memory"]')).toContainText(
    'You ask for 16, and the trees stay at 15',
  )
  await truck.getByRole('combobox').selectOption('4')
  await expect(truck.locator('[role="status"]:not(.figure-keep *)')).toHaveText(
    /^2 travelled to deliver 1\..*No other row came along\.$/,
  )
  await depth.press('End')
  await expect(truck.locator('[data-stop="partitions"]')).toContainText('trees stay at 16')
  await truck.locator('.truck-log summary').click()
  await expect(truck.locator('.truck-log li').nth(2)).toHaveText('B sends A nothing.')

  const ring = await figureOn(page, 'ring')
  await expect(ring.locator('[role="status"]:not(.figure-keep *)')).toContainText('which C, A and B store')
  await ring.getByRole('textbox').fill('')
  await expect(ring.locator('[role="status"]:not(.figure-keep *)')).toContainText(
    'The empty key has token -9223372036854775808',
  )
  await ring.getByRole('textbox').fill('a key of mine')
  await expect(ring.locator('[role="status"]:not(.figure-keep *)')).toContainText('“a key of mine” has token')
  await ring.getByRole('button', { name: 'Let a node join' }).click()
  await expect(ring.locator('.ring-words')).toContainText(/D has joined and stores \d+% of the ring\./)
  await ring.getByLabel('Nodes').selectOption('two')
  await expect(ring.locator('tbody tr')).toHaveCount(6)
  await expect(ring.getByRole('button')).toBeDisabled()
  await savedAlone(ring)

  const bill = await figureOn(page, 'bill')
  await expect(bill.locator('[data-row="read"]')).toContainText('4 h 8 min')
  await bill.getByLabel(/Reading at/).press('ArrowRight')
  await expect(bill.locator('[data-row="read"]')).toContainText('2 h 4 min')

  const repair = await figureOn(page, 'repair')
  await repair.getByLabel('Missing on B').selectOption('0')
  await expect(repair.locator('[role="status"]:not(.figure-keep *)')).toContainText(
    'Nothing is missing, so nothing is streamed',
  )
  await repair.getByLabel('Missing on B').selectOption('1')
  await repair.getByLabel('Rows on each node').selectOption('1000')
  await expect(repair.locator('[role="status"]:not(.figure-keep *)')).toContainText(
    /For 1 missing row \d+ travel/,
  )
})

test('a transcript stands whole on its page, with version, date and settings', async ({ page }) => {
  await page.goto(at('/lessons/cassandra-repair/'))
  const log = page.locator('[data-recorded="row-3.repair"]')
  await expect(log).toContainText('Endpoints /127.0.0.1:7000 and /127.0.0.2:7000 have 1 range(s) out of sync')
  await log.getByRole('link').click()
  await expect(page).toHaveURL(/\/recorded\/row-3\/$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Row 3 is missing/)
  await expect(page.locator('dd').first()).toHaveText('Apache Cassandra 5.0.5, 30 November 2026')
  await expect(page.locator('.transcript pre')).toContainText('B holds on disk (3 SSTables)')
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the six steps, the ring, the bill and the recorded counts are all told', async ({ page }) => {
    await page.goto(at('/lessons/cassandra-repair/'))
    await expect(page.locator('[data-figure="six-steps"] > .six-steps > li')).toHaveCount(6)
    await expect(page.locator('[data-figure="ring"]')).toContainText('“table 3” has token')
    await expect(page.locator('[data-figure="bill"]')).toContainText('4 h 8 min')
    await expect(page.locator('[data-figure="repair"]')).toContainText('96 ranges out of sync')
    await expect(page.locator('[data-figure="truck"] noscript')).toHaveCount(1)
  })
})
