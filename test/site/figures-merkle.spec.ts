import type { Locator, Page } from '@playwright/test'
import { at, expect, test } from './site.ts'

async function treesOn(page: Page, id: string): Promise<Locator> {
  await page.goto(at('/playground/merkle/'))
  const figure = page.locator(`[data-figure="${id}"]`)
  await figure.scrollIntoViewIfNeeded()
  await expect(figure.getByRole('button', { name: 'Step', exact: true })).toBeEnabled()
  return figure
}

function cost(figure: Locator, of: string): Locator {
  return figure.locator(`[data-cost="${of}"] dd`)
}

/** What the picture of one side says of the nodes that were compared: key and look. */
async function looks(figure: Locator, side: 'A' | 'B'): Promise<readonly string[]> {
  const nodes = await figure
    .locator(`svg[data-side="${side}"] [data-node]`)
    .evaluateAll((all) =>
      all.map((node) => `${node.getAttribute('data-node')} ${node.getAttribute('data-look')}`),
    )
  return nodes.filter((node) => / (same|differs)$/.test(node)).sort()
}

async function logged(figure: Locator): Promise<readonly string[]> {
  const lines = await figure
    .locator('[data-compared]')
    .evaluateAll((all) =>
      all.map(
        (line) =>
          `${line.getAttribute('data-compared')} ${line.getAttribute('data-equal') === 'true' ? 'same' : 'differs'}`,
      ),
    )
  return lines.sort()
}

test('five steps to Data D, forwards and back, in the picture as in the words', async ({ page }) => {
  const figure = await treesOn(page, 'rows')
  const step = figure.getByRole('button', { name: 'Step', exact: true })
  for (const said of ['c85e27cfc984 and fa3f6073d6de', 'Hash AB: same', 'Hash CD', 'Hash C: same', 'Found']) {
    await step.click()
    await expect(figure.locator('.merkle-said')).toContainText(said)
    await expect(async () => {
      expect(await looks(figure, 'A')).toEqual(await logged(figure))
      expect(await looks(figure, 'B')).toEqual(await looks(figure, 'A'))
    }).toPass({ timeout: 15_000 })
  }
  await expect(step).toBeDisabled()
  await expect(cost(figure, 'hashes')).toHaveText('5')
  await expect(cost(figure, 'bytes')).toHaveText('160 bytes')
  await expect(cost(figure, 'trips')).toHaveText('3')
  await expect(cost(figure, 'time')).toHaveText('120 ms')
  await figure.getByRole('button', { name: 'Step back' }).click()
  await expect(cost(figure, 'hashes')).toHaveText('4')
})

test('writing in a row changes its leaf and its path, and the walk begins anew', async ({ page }) => {
  const figure = await treesOn(page, 'kitchen')
  await figure.getByRole('slider', { name: 'Comparison' }).press('End')
  await expect(figure.locator('.merkle-said')).toContainText(
    '1 row sent both ways: 16 bytes from A, 0 bytes from B',
  )
  await figure.getByLabel('Row 3 of B').fill('table 3: no nuts')
  await expect(cost(figure, 'hashes')).toHaveText('0')
  await expect(figure.locator('.merkle-said')).toContainText('3 of B’s 7 hashes changed')
  await expect(figure.locator('svg[data-side="B"] .tree-changed')).toHaveCount(3)
  await expect(figure.locator('svg[data-side="A"] .tree-changed')).toHaveCount(0)
  await figure.getByRole('button', { name: 'Step', exact: true }).click()
  await expect(figure.locator('.merkle-said')).toContainText('Nothing differs.')
})

test('lists of different length are refused, kindly', async ({ page }) => {
  const figure = await treesOn(page, 'kitchen')
  await figure.getByLabel('List B’s rows').selectOption('line')
  await expect(figure.locator('.merkle-said')).toContainText('A has 4 rows and B has 3')
  await expect(figure.getByRole('button', { name: 'Step', exact: true })).toBeDisabled()
})

test('in a line everything after row 3 differs, by address one leaf', async ({ page }) => {
  const figure = await treesOn(page, 'kitchen')
  const walked = figure.getByRole('slider', { name: 'Comparison' })
  const found = async () =>
    (await looks(figure, 'B')).filter((look) => /^(\d)-\d differs$/.test(look) && leaf(look))
  await walked.press('End')
  await expect(figure.locator('.merkle-said')).toContainText('1 row sent both ways')
  await expect.poll(found).toEqual(['2-3 differs'])
  await figure.getByLabel('List B’s rows').selectOption('padded')
  await expect(figure.locator('.merkle-said')).toContainText('2 of 4 leaves differ')
  await walked.press('End')
  await expect(figure.locator('.merkle-said')).toContainText('2 rows')
  await expect.poll(found).toEqual(['2-3 differs', '3-4 differs'])
})

test('32,768 rows with four lost: the walk is drawn folded, and drawn right', async ({ page }) => {
  const figure = await treesOn(page, 'rows')
  await figure.getByLabel('Rows', { exact: true }).selectOption('slips')
  await figure.getByLabel('Depth').selectOption('15')
  await expect(figure.locator('.merkle-pick')).toContainText('of 32,768', { timeout: 45_000 })
  await figure.getByLabel('B is missing').selectOption('4')
  await figure.getByRole('slider', { name: 'Comparison' }).press('End')
  await expect(figure.locator('.merkle-said')).toContainText('4 rows')
  await expect(cost(figure, 'trips')).toHaveText('16')
  expect(await looks(figure, 'A')).toEqual(await logged(figure))
  await expect(figure.locator('[data-exchange="tree"]')).toContainText('2.10 MB')
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('a tap steps, and nothing is wider than the screen', async ({ page }) => {
    const figure = await treesOn(page, 'kitchen')
    await figure.getByRole('button', { name: 'Step', exact: true }).tap()
    await expect(cost(figure, 'hashes')).toHaveText('1')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  })
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('both trees, their hashes and rows are printed', async ({ page }) => {
    await page.goto(at('/playground/merkle/'))
    const figure = page.locator('[data-figure="rows"]')
    await expect(figure.locator('svg[data-side="A"] .tree-hash').first()).toHaveText('c85e27c')
    await expect(figure.getByLabel('Row 4 of B')).toHaveValue('Data d')
  })
})

test('over token ranges the whole leaf travels, and less of it the deeper the tree', async ({ page }) => {
  const figure = await treesOn(page, 'ranges')
  const walked = figure.getByRole('slider', { name: 'Comparison' })
  await walked.press('End')
  await expect(figure.locator('.merkle-said')).toContainText('of 64 partitions')
  const travelling = async () =>
    Number(await figure.locator('[data-travelling]').getAttribute('data-travelling'))
  const coarse = await travelling()
  await expect(figure.locator('.crate-lacked')).toHaveCount(1)
  await expect(figure.locator('.crate-had')).toHaveCount(coarse - 1)
  expect(await looks(figure, 'B')).toEqual(await logged(figure))
  const depth = figure.getByRole('slider', { name: /Depth/ })
  for (let press = 0; press < 5; press++) await depth.press('ArrowRight')
  await expect(walked).toHaveValue('0')
  await walked.press('End')
  await expect(figure.locator('.merkle-said')).toContainText('of 64 partitions')
  await expect.poll(travelling).toBeLessThan(coarse)
})

function leaf(look: string): boolean {
  const [from, to] = (look.split(' ')[0] ?? '').split('-').map(Number)
  return Number(to) - Number(from) === 1
}
