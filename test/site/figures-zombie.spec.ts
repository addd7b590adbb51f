import type { Locator, Page } from '@playwright/test'
import { at, expect, test } from './site.ts'

async function partyOn(page: Page): Promise<Locator> {
  await page.goto(at('/lessons/anti-entropy/'))
  const figure = page.locator('[data-figure="party"]')
  await figure.scrollIntoViewIfNeeded()
  await expect(figure.getByRole('slider')).toBeEnabled()
  return figure
}

/** The ending of every day, as the strip is painted. */
function painted(figure: Locator): Promise<readonly (string | null)[]> {
  return figure
    .locator('.zombie-strip li')
    .evaluateAll((days) => days.map((day) => day.getAttribute('data-ending')))
}

test('from prediction to reveal: nothing is given away, then the runs paint the strip and the reader drags', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const figure = await partyOn(page)
  const slider = figure.getByRole('slider')

  // Before: the past alone, in the drawing and in words.
  expect(new Set(await painted(figure))).toEqual(new Set(['unknown']))
  await expect(figure.locator('[data-risen]')).toHaveCount(0)
  await expect(figure.locator('.zombie-verdict')).toHaveCount(0)
  await figure.locator('.zombie-log summary').click()
  await expect(figure.locator('[data-moment]')).toHaveCount(4)
  await expect(figure.locator('[data-moment="forgotten"], [data-moment="dinner"]')).toHaveCount(0)

  // A wrong prediction, placed with the keyboard.
  await slider.focus()
  for (let press = 0; press < 3; press++) await slider.press('ArrowRight')
  await figure.getByRole('button', { name: 'From day 10 on' }).press('Enter')
  await expect(figure.locator('[data-phase="open"]')).toBeVisible({ timeout: 45_000 })
  // The button is gone: the focus goes on at the slider, which tells what came of its day.
  await expect(slider).toBeFocused()
  await expect(slider).toHaveAccessibleDescription(/^Repair on day 10/)
  expect(await painted(figure)).toEqual([
    ...Array<string>(5).fill('lurking'),
    ...Array<string>(6).fill('gone'),
    ...Array<string>(4).fill('cooked'),
  ])
  await expect(figure.locator('.zombie-guess')).toContainText('You predicted day 10.')
  await expect(figure.locator('.zombie-guess')).toContainText('from day 11 on')

  // The chosen day's run: drawn, and told in words.
  const words = (kind: string) => figure.locator(`[data-moment="${kind}"]`)
  await expect(words('repair')).toContainText('B takes a tombstone from A')
  await expect(words('dinner')).toContainText('finds no order')
  await expect(figure.locator('.zombie-band[data-risen]')).toHaveCount(0)
  await slider.press('ArrowRight')
  await expect(slider).toHaveAttribute('aria-valuetext', 'day 11')
  await expect(figure.locator('.zombie-verdict')).toContainText('the cake is baked')
  await expect(figure.locator('.zombie-band[data-risen]')).toHaveCount(2)
  await expect(words('forgotten')).toContainText('A and C hold nothing, B the order.')
  await expect(words('repair')).toContainText('C takes the order from B, and A takes the order from B')
  await expect(words('dinner')).toContainText('walnut cake')
  await slider.press('Home')
  await expect(words('repair')).toContainText('The repair fails')
  await expect(figure.locator('.zombie-verdict')).toHaveAttribute('data-ending', 'lurking')
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('a tap on the slider chooses a day, and "on no day" is answered by the first day that bakes', async ({
    page,
  }) => {
    const figure = await partyOn(page)
    await figure.getByRole('button', { name: /^Never/ }).tap()
    await expect(figure.locator('[data-phase="open"]')).toBeVisible({ timeout: 45_000 })
    await expect(figure.getByRole('slider')).toHaveValue('11')
    await expect(figure.locator('.zombie-guess')).toContainText('You predicted that no day is too late')
    // The thumb stands under the day it chooses.
    await figure.getByRole('slider').scrollIntoViewIfNeeded()
    const day = await figure.locator('[data-day="3"]').boundingBox()
    const slider = await figure.getByRole('slider').boundingBox()
    await page.touchscreen.tap(day!.x + day!.width / 2, slider!.y + slider!.height / 2)
    await expect(figure.getByRole('slider')).toHaveValue('3')
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(390)
  })
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the past is drawn, and the endings of all days are told', async ({ page }) => {
    await page.goto(at('/lessons/anti-entropy/'))
    await expect(page.locator('[data-figure="party"] .zombie-band')).not.toHaveCount(0)
    const html = await (await page.request.get(at('/lessons/anti-entropy/'))).text()
    const without =
      /<noscript>([\s\S]*?)<\/noscript>/.exec(html.slice(html.indexOf('data-figure="party"')))?.[1] ?? ''
    expect(without).toContain('Days 11 to 14: the order comes back')
    expect(without).toContain('A looks up table 3')
  })
})
