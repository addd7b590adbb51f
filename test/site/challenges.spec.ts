import { axeFindings } from './axe.ts'
import { judged } from './cell.ts'
import { at, expect, test } from './site.ts'

test.describe.configure({ timeout: 180_000 })

test('a challenge by keyboard: the smallest plan, hints, hostile code stopped, right, and a link that runs nothing', async ({
  page,
  context,
}) => {
  await page.goto(at('/challenges/choose-r-and-w/'))
  const challenge = page.locator('[data-challenge="choose-r-and-w"]')
  await expect(challenge.locator('[data-check]')).toBeEnabled()
  const write = (text: string) => judged(challenge, text)

  await challenge.locator('.cell-pre').first().focus()
  await page.keyboard.press('Enter')
  await expect(challenge.locator('.cm-content')).toBeFocused()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(challenge.locator('[data-verdict="broken"]')).toContainText('enough to show the failure')
  await expect(challenge.locator('[data-kind="cluster"]')).toBeVisible()
  await expect(challenge.getByRole('link', { name: 'Open in the playground' })).toHaveAttribute(
    'href',
    /#plan=/,
  )
  await expect(challenge.locator('.no-return')).toContainText('200 of 200 do')
  // The curve is drawn to its box: on a phone its letters are as large as everywhere.
  await page.setViewportSize({ width: 390, height: 900 })
  await expect
    .poll(() =>
      challenge.locator('.no-return svg text').evaluateAll((texts) =>
        Math.min(
          ...texts.map((text) => {
            const { d } = (text as SVGTextElement).getScreenCTM()!
            return parseFloat(getComputedStyle(text).fontSize) * d
          }),
        ),
      ),
    )
    .toBeGreaterThanOrEqual(11)
  await page.setViewportSize({ width: 1280, height: 900 })
  await challenge.getByRole('button', { name: 'Hint 1 of 3' }).press('Enter')
  await expect(challenge.locator('[data-hint="1"]')).toBeVisible()
  expect(await axeFindings(page, { within: '[data-challenge]' })).toEqual([])

  await write("import { replicaSett } from 'engine'")
  await expect(challenge.locator('.cell-problem')).toContainText('Did you mean replicaSet?', {
    timeout: 60_000,
  })

  const levels = "export const levels = { write: 'QUORUM', read: 'QUORUM' }"
  await write(`for (;;) {}\n${levels}`)
  await challenge.getByRole('button', { name: 'Stop' }).press('Enter')
  await expect(challenge).toHaveAttribute('data-state', 'stopped')
  await write(levels)
  await expect(challenge.locator('[data-verdict="right"]')).toContainText('passed all 200 plans', {
    timeout: 45_000,
  })
  await expect(challenge.locator('[data-verdict="right"]')).toContainText(
    /needed [\d,]+ messages, as many as the reference/,
  )
  await expect(challenge.locator('.challenge-done')).toHaveText('solved')

  const other = await context.newPage()
  await other.goto(at('/progress/'))
  await expect(other.locator('[data-my-challenge="choose-r-and-w"] .tag')).toHaveText('solved')
  await expect(other.locator('[data-my-challenge="write-read-repair"]')).toContainText('not solved yet')
  await other.goto(at('/challenges/'))
  await expect(other.locator('.challenge-done').first()).toHaveText('1 of 11 solved')
  await other.goto(at('/challenges/made/#challenge=2.z.cut'))
  await expect(other.locator('[data-made="none"]')).toContainText(/cut|broken/)
})
