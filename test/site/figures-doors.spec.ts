import type { Locator, Page } from '@playwright/test'
import { at, expect, test } from './site.ts'

/** The doors in the playground, at rest until they're taken over by their script. */
async function doorsOn(page: Page): Promise<Locator> {
  await page.goto(at('/playground/merkle/'))
  const figure = page.locator('[data-figure="doors"]')
  await figure.scrollIntoViewIfNeeded()
  await expect(figure.getByRole('button', { name: 'Start', exact: true })).toBeEnabled()
  return figure
}

async function open(figure: Locator, prediction: string): Promise<void> {
  await figure.getByLabel('Predict first').fill(prediction)
  await figure.getByRole('button', { name: 'Start', exact: true }).click()
  await expect(figure.locator('[data-phase="asking"]')).toBeVisible({ timeout: 45_000 })
}

function reading(figure: Locator, name: string): Locator {
  return figure.locator(`[data-reading="${name}"] dd`)
}

const leftDoor = '.door-row-2 .door:first-child'

test('nothing can be asked before a prediction, and nothing is given away', async ({ page }) => {
  const figure = await doorsOn(page)
  for (const door of await figure.locator('.door').all()) await expect(door).toBeDisabled()
  await expect(figure.locator('.doors-outcome')).toHaveCount(0)
  await expect(figure).not.toContainText('15 questions')
  await figure.getByRole('button', { name: 'Start', exact: true }).click()
  await expect(figure.locator('[data-phase="predict"]')).toBeVisible()
})

test('by mouse: a wasted question is told, undone, and the way to the slip is laid over the perfect one', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const figure = await doorsOn(page)
  await open(figure, '1000')
  await figure.locator('.door-row-1 .door').click()
  await expect(
    figure.getByText('You already knew that one row differs, so there are still 32,768 suspects.').first(),
  ).toBeVisible()
  await expect(reading(figure, 'asked')).toHaveText('1')
  await figure.getByRole('button', { name: 'Undo' }).click()
  await expect(reading(figure, 'asked')).toHaveText('0')
  await figure.locator('.door-row-1 .door').click()
  for (let question = 1; question <= 3; question++) {
    await figure.locator(leftDoor).click()
    await expect(reading(figure, 'suspects')).toHaveText(grouped(2 ** (15 - question)))
  }
  await figure.getByRole('button', { name: 'Finish it for me' }).click()
  await expect(figure.locator('[data-phase="found"]')).toBeVisible()
  await expect(reading(figure, 'suspects')).toHaveText('1')
  await expect(reading(figure, 'asked')).toHaveText('16')
  await expect(reading(figure, 'clock')).toHaveText('640 ms')
  await expect(figure.locator('.doors-outcome')).toContainText('You asked for 16 hashes')
  await expect(figure.locator('.doors-outcome')).toContainText('No. 1 told you nothing')
  await expect(figure.locator('.doors-outcome')).toContainText('15 would have been enough')
  await expect(figure.locator('.doors-outcome')).toContainText('You predicted 1,000')
})

test('the picture and the words say the same', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const figure = await doorsOn(page)
  await open(figure, '31')
  await figure.getByRole('button', { name: 'Finish it for me' }).click()
  await expect(figure.locator('[data-phase="found"]')).toBeVisible()
  await figure.locator('.doors-log summary').click()
  const afters = await figure
    .locator('.doors-log li')
    .evaluateAll((lines) => lines.map((line) => Number(line.getAttribute('data-after'))))
  expect(afters).toEqual(Array.from({ length: 15 }, (_, question) => 2 ** (14 - question)))
  await expect(figure.locator('.plot')).toHaveAttribute('data-questions', '15')
  // One step down of the path for every line of the log.
  const path = (await figure.locator('.plot-yours').getAttribute('d')) ?? ''
  expect(path.match(/V/g)).toHaveLength(afters.length)
})

test('the whole tree beats the walk at 40 ms, and loses once the line is short', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const figure = await doorsOn(page)
  await open(figure, '15')
  await figure.getByRole('button', { name: 'Finish it for me' }).click()
  const time = (id: string) => figure.locator(`[data-exchange="${id}"] .race-time`)
  await expect(time('walk')).toHaveText('640 ms')
  await expect(time('tree')).toHaveText('208 ms')
  const verdict = figure.locator('.doors-verdict')
  await expect(verdict).toContainText('Drag the round trip down until the descent wins')
  await expect(verdict).not.toContainText('tie')
  const roundTrip = figure.getByRole('slider', { name: /Round trip/ })
  await roundTrip.focus()
  for (let press = 0; press < 40 && !(await verdict.textContent())?.includes('tie'); press++) {
    const before = (await roundTrip.getAttribute('aria-valuetext')) ?? ''
    await roundTrip.press('ArrowLeft')
    await expect(roundTrip).not.toHaveAttribute('aria-valuetext', before)
  }
  await expect(verdict).toContainText('the descent is done after')
  await expect(verdict).toContainText('they tie at 11.2 ms')
  await expect(roundTrip).toHaveAttribute('aria-valuetext', '11 ms')
})

test('by keyboard alone, from prediction to reveal', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const figure = await doorsOn(page)
  await figure.getByLabel('Predict first').focus()
  await page.keyboard.type('20')
  await page.keyboard.press('Enter')
  await expect(figure.locator('[data-phase="asking"]')).toBeVisible({ timeout: 45_000 })
  await figure.locator('.door[tabindex="0"]').focus()
  await page.keyboard.press('ArrowDown')
  await expect(figure.locator('.door-row-4 .door:first-child')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowUp')
  await expect(figure.locator(leftDoor)).toBeFocused()
  const asked = reading(figure, 'asked')
  for (let question = 1; question <= 12; question++) {
    // On a busy machine a press can fall between two pictures; a reader presses again, and so does this.
    await expect(async () => {
      if ((await asked.textContent()) !== String(question)) await page.keyboard.press('Enter')
      await expect(asked).toHaveText(String(question), { timeout: 2_000 })
    }).toPass({ timeout: 45_000 })
    await expect(figure.locator(leftDoor)).toBeFocused()
    // The picture has moved on when the door under the hand is one that wasn't asked yet.
    await expect(figure.locator('.door:focus')).toHaveAttribute('data-answer', 'none')
  }
  await expect(reading(figure, 'suspects')).toHaveText('8')
  await page.keyboard.press('Enter')
  await expect(reading(figure, 'suspects')).toHaveText('4')
})

test('a slip asked for by its number clears one suspect', async ({ page }) => {
  const figure = await doorsOn(page)
  await open(figure, '3')
  await figure.getByLabel('or ask for one row').fill('3')
  await figure.getByRole('button', { name: 'Ask', exact: true }).click()
  await expect(reading(figure, 'suspects')).toHaveText('32,767')
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('doors are wide enough for a finger, and a tap asks', async ({ page }) => {
    const figure = await doorsOn(page)
    await open(figure, '100')
    for (const door of await figure.locator('.door').all()) {
      const box = await door.boundingBox()
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24)
    }
    await figure.locator(leftDoor).tap()
    await expect(reading(figure, 'suspects')).toHaveText('16,384')
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(390)
  })
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the wall, the doors with A’s hashes and the outcome in words are there', async ({ page }) => {
    await page.goto(at('/playground/merkle/'))
    const figure = page.locator('[data-figure="doors"]')
    await expect(figure.locator('svg.wall')).toBeVisible()
    await expect(figure.locator('.door')).toHaveCount(15)
    await expect(figure.locator('.door-mine').first()).toHaveText(/^[0-9a-f]{8}$/)
    // Playwright's browser parses <noscript> as if scripts ran, so its text is read from the file.
    const html = await (await page.request.get(at('/playground/merkle/'))).text()
    const without =
      /<noscript>([\s\S]*?)<\/noscript>/.exec(html.slice(html.indexOf('data-figure="doors"')))?.[1] ?? ''
    expect(without.replace(/\s+/g, ' ')).toContain('15 questions are always enough')
    expect(without).toMatch(/data-exchange="walk"[\s\S]*640\sms/)
  })
})

function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}
