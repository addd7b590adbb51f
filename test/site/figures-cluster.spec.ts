import type { Locator, Page } from '@playwright/test'
import { axeFindings } from './axe.ts'
import { changeTimer } from './patience.ts'
import { at, expect, test } from './site.ts'

async function figureOn(page: Page, id: string): Promise<Locator> {
  const figure = page.locator(`[data-figure="${id}"]`)
  await figure.scrollIntoViewIfNeeded()
  // A run sleeps until the reader does something.
  await page.mouse.move(9, 9)
  await expect(figure.getByRole('button', { name: 'Step back' })).toBeEnabled()
  return figure
}

const keys = (figure: Locator, attribute: string) =>
  figure.locator(`[${attribute}]`).evaluateAll(
    (all, name) =>
      all
        .flatMap((one) =>
          one
            .getAttribute(name)!
            .split('|')
            .filter((key) => key !== ''),
        )
        .sort(),
    attribute,
  )

for (const colorScheme of ['light', 'dark'] as const)
  test(`a run is stepped, opened and read, by keys alone, in the ${colorScheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await page.goto(at('/playground/runs/'))
    const figure = await figureOn(page, 'stale')
    // It stands at its end, with its verdict first and the events that it names ringed.
    await expect(figure.locator('.cluster-said p').first()).toContainText('fresh reads: broken.')
    await expect(figure.locator('.is-lit')).not.toHaveCount(0)
    await expect(figure.getByRole('button', { name: 'Step', exact: true })).toBeDisabled()

    const drawing = figure.getByRole('group', { name: /The run as a picture/ })
    await drawing.focus()
    await page.keyboard.press('Home')
    await expect(figure.locator('.cluster-said')).toContainText('nothing has happened yet')
    await expect(figure.locator('[data-message]')).toHaveCount(0)
    await figure.locator('.cluster-log summary').click()
    for (const said of [
      'c1 asks A',
      'A receives “write”',
      'c1 gets an answer',
      'c2 asks B',
      'B receives “read”',
      'nothing there',
    ]) {
      await drawing.focus()
      await page.keyboard.press('ArrowRight')
      await expect(figure.locator('.cluster-said')).toContainText(said)
      await expect(figure.locator('[data-row][aria-current]')).toContainText(said)
      await expect(async () => {
        expect(await keys(figure, 'data-message')).toEqual(await keys(figure, 'data-sends'))
      }).toPass({ timeout: 15_000 })
    }
    // What A holds is seen beside its lane, what the step changed is said, and a message opens.
    await expect(figure.locator('[data-head="A"]')).toContainText('no nuts')
    await expect(figure.locator('[data-head="B"]')).toContainText('nothing')
    const message = figure.getByRole('button', { name: 'answer to read, B to c2' })
    await message.press('Enter')
    await expect(figure.locator('[data-open]')).toContainText('arrived at 50 ms, after 10 ms')
    await expect(figure.getByRole('menuitem', { name: 'What does it carry?' })).toBeFocused()
    expect(await axeFindings(page, { within: '[data-figure="stale"]' })).toEqual([])
    await page.keyboard.press('Escape')
    await expect(message).toBeFocused()
    await figure.getByRole('button', { name: 'Close the message' }).click()
    await expect(figure.locator('[data-open]')).toHaveCount(0)
    if (colorScheme === 'dark') return
    // A node tells what it knows, and a change of the run opens the playground.
    const node = figure.locator('[data-head="A"]').getByRole('button')
    await node.press('Enter')
    await expect(figure.getByRole('menuitem', { name: 'What does A know?' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(figure.getByRole('heading', { name: /^What A knows at/ })).toBeFocused()
    await node.press('Enter')
    await figure.getByRole('menuitem', { name: 'Crash A' }).press('Enter')
    await expect(page).toHaveURL(/\/playground\/cluster\/#plan=/)
    await expect(page.locator('[data-figure="bench"] .cluster-said')).toContainText('A crashes', {
      timeout: 30_000,
    })
  })

test('a run plays from its beginning, pauses, and stops when it leaves the screen', async ({ page }) => {
  // A step lasts 420 ms: on a busy machine the run would be over before it's paused.
  await changeTimer(page, 420, 3_000)
  await page.goto(at('/playground/runs/'))
  const figure = await figureOn(page, 'crashed')
  const slider = figure.getByRole('slider')
  await slider.press('Home')
  await figure.getByRole('button', { name: 'Play' }).click()
  await expect(slider).not.toHaveValue('-1')
  await figure.getByRole('button', { name: 'Pause' }).click()
  await expect(figure.getByRole('button', { name: 'Play' })).toBeVisible()
  const paused = await slider.inputValue()
  await expect(slider).toHaveValue(paused)
  await figure.getByRole('button', { name: 'Play' }).click()
  await page.locator('[data-figure="datacentres"]').scrollIntoViewIfNeeded()
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  await expect(figure.getByRole('button', { name: 'Play' })).toHaveCount(1)
})

test.describe('on a phone, by touch', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })
  test('who wants no motion gets steps, a message opens at a tap, and every target is at least 24 pixels', async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.goto(at('/playground/runs/'))
    const figure = await figureOn(page, 'crashed')
    await figure.getByRole('button', { name: 'Step', exact: true }).tap()
    await expect(figure.locator('.cluster-now')).toBeVisible()
    await figure.locator('.cluster-messages button').first().tap()
    await expect(figure.locator('[data-open]')).toBeVisible()
    for (const target of await figure.locator('button:visible, a:visible, summary').all()) {
      const box = (await target.boundingBox())!
      expect(Math.min(box.width, box.height), await target.innerText()).toBeGreaterThanOrEqual(24)
    }
    // What the words list is what the picture shows, to the last message.
    await figure.getByRole('button', { name: 'Step back' }).tap()
    await figure.locator('.cluster-log summary').tap()
    const rows = await figure.locator('[data-row]').evaluateAll((all) =>
      all.flatMap((row) =>
        row
          .getAttribute('data-sends')!
          .split('|')
          .filter((key) => key !== ''),
      ),
    )
    for (const key of await keys(figure, 'data-message')) expect(rows).toContain(key)
  })
})

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false })
  test('a run stands at its moment, drawn and in words', async ({ page }) => {
    await page.goto(at('/playground/runs/'))
    const figure = page.locator('[data-figure="zombie"]')
    await figure.scrollIntoViewIfNeeded()
    await expect(figure.locator('.cluster-head')).toBeInViewport()
    await figure.locator('.cluster-log summary').click()
    await expect(figure.locator('[data-row]').last()).toContainText('walnut cake')
  })
})

test('a lesson withholds what comes after the moment until the reader has predicted', async ({ page }) => {
  await page.goto(at('/lessons/anti-entropy/'))
  const figure = page.locator('[data-figure="six-hours"]')
  await figure.scrollIntoViewIfNeeded()
  await expect(figure.getByRole('button', { name: 'Step back' })).toBeEnabled()
  await expect(figure).toContainText('Answer first')
  await expect(figure.getByRole('button', { name: 'Step', exact: true })).toBeDisabled()
  const question = page.locator('[data-prediction="anti-entropy.opening"]')
  await question.scrollIntoViewIfNeeded()
  await question.locator('label.option').first().click()
  await question.getByRole('button', { name: 'Lock in my prediction' }).click()
  await expect(figure).not.toContainText('Answer first')
  await expect(figure.getByRole('link', { name: 'Open in the playground' })).toBeVisible()
  await figure.getByRole('button', { name: 'Step', exact: true }).click()
  await expect(figure.locator('.cluster-said')).not.toContainText('B starts again')
})
