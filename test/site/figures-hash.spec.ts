import type { Locator } from '@playwright/test'
import { at, expect, test } from './site.ts'

test('typing shows both hashes and how many bits flip, in the picture and in words', async ({ page }) => {
  await page.goto(at('/playground/merkle/'))
  const figure = page.locator('[data-figure="hash"]')
  const sha1 = figure.locator('[data-algorithm="SHA-1"]')
  await expect(sha1).toContainText('74 of 160 bits differ')
  await expect(figure.locator('[data-algorithm="SHA-256"]')).toContainText('124 of 256 bits differ')
  await expect(figure.getByLabel('and this one')).toBeEditable()
  await figure.getByLabel('and this one').fill('Hello World!')
  await expect(sha1.locator('.hex').nth(1)).toHaveText('2ef7bde608ce5404e97d5f042f95f89f1c232871')
  await figure.locator('.hash-log summary').click()
  const words = (await figure.locator('[data-positions="SHA-1"]').textContent()) ?? ''
  const positions = words.split(':')[1]?.split(',') ?? []
  expect(await drawnBits(sha1)).toBe(positions.length)
  await expect(sha1.locator('.hash-count b')).toHaveText(String(positions.length))
  await figure.getByLabel('and this one').fill('Hello World')
  await expect(figure.getByText('The same text, so the same hash')).toBeVisible()
  expect(await drawnBits(sha1)).toBe(0)
})

test('the hunt: tries are off by half, one text matches, by keyboard alone', async ({ page }) => {
  await page.goto(at('/playground/merkle/'))
  const figure = page.locator('[data-figure="hunt"]')
  const text = figure.getByLabel('Which text is it?')
  await text.scrollIntoViewIfNeeded()
  await expect(text).toBeEditable()
  await expect(figure.locator('.hunt-log li')).toHaveCount(1)
  await text.fill('hello world')
  await text.press('Enter')
  await expect(figure.locator('.hunt-try')).toHaveCount(2)
  await expect(figure.locator('[data-found="false"]')).toBeVisible()
  await page.keyboard.type('Hello World!')
  await page.keyboard.press('Enter')
  await expect(figure.locator('[data-found="true"]')).toBeVisible()
  await expect(figure.getByText('All 160 bits agree.')).toBeVisible()
  const off = await figure
    .locator('.hunt-log li')
    .evaluateAll((lines) => lines.map((line) => Number(line.getAttribute('data-off'))))
  const drawn = await figure
    .locator('.hunt-try')
    .evaluateAll((marks) => marks.map((mark) => parseFloat(mark.getAttribute('d')?.slice(1) ?? '')))
  expect(drawn).toEqual(off.map((bits) => (bits / 160) * 1000))
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('giving up is one tap', async ({ page }) => {
    await page.goto(at('/playground/merkle/'))
    const figure = page.locator('[data-figure="hunt"]')
    const giveUp = figure.getByRole('button', { name: 'Tell me' })
    await giveUp.scrollIntoViewIfNeeded()
    await expect(giveUp).toBeEnabled()
    await giveUp.tap()
    await expect(figure.getByText('The notes hashed “Hello World!”')).toBeVisible()
  })
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the first comparison and the first try are printed', async ({ page }) => {
    await page.goto(at('/playground/merkle/'))
    const figure = page.locator('[data-figure="hash"]')
    expect(await drawnBits(figure.locator('[data-algorithm="SHA-1"]'))).toBe(74)
    expect(await drawnBits(figure.locator('[data-algorithm="SHA-256"]'))).toBe(124)
    await expect(page.locator('[data-figure="hunt"] .hunt-try')).toHaveCount(1)
  })
})

/** How many bits are drawn as flipped: squares in the one path. */
async function drawnBits(algorithm: Locator): Promise<number> {
  const path = (await algorithm.locator('.bits-flipped').getAttribute('d')) ?? ''
  return path.match(/h8v8h-8z/g)?.length ?? 0
}
