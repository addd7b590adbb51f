import type { Locator, Page } from '@playwright/test'
import { axeFindings } from './axe.ts'
import { at, expect, test } from './site.ts'

const path = '/lessons/distributed-systems/'

async function worldsOn(page: Page): Promise<Locator> {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(at(path))
  const figure = page.locator('[data-figure="two-worlds"]')
  await figure.scrollIntoViewIfNeeded()
  await expect(figure.getByRole('button', { name: 'Reveal both worlds' })).toBeEnabled()
  return figure
}

test('from decision to reveal: B is covered, a rule is given, and A’s view is the same hash in both worlds', async ({
  page,
}) => {
  const figure = await worldsOn(page)
  await expect(figure.locator('.worlds')).toHaveAttribute('data-phase', 'decide')
  await expect(figure.locator('svg.world')).toHaveCount(1)
  await expect(figure.locator('.world-life.node-B, .world-life.node-C')).toHaveCount(0)
  await expect(figure.locator('.worlds')).not.toContainText(/crash|asleep|wakes|same hash/)
  // Nothing is lifted before something is chosen.
  await figure.getByRole('button', { name: 'Reveal both worlds' }).click()
  await expect(figure.locator('.worlds')).toHaveAttribute('data-phase', 'decide')

  await figure.getByLabel('Declare B dead now').check()
  await figure.getByRole('button', { name: 'Reveal both worlds' }).click()
  await expect(figure.locator('.worlds')).toHaveAttribute('data-phase', 'lifted')
  const views = await figure.locator('[data-view]').allTextContents()
  expect(views).toHaveLength(2)
  expect(views[0]).toMatch(/^[0-9a-f]{16}$/)
  expect(views[1]).toBe(views[0])
  await expect(figure.locator('.worlds-verdict')).toContainText('No rule could have told them apart')
  await expect(figure.locator('[data-world="slow"] .worlds-outcome')).toContainText('with nuts')
  await expect(figure.locator('tr[data-rule="now"]')).toContainText('yours')

  // The picture's numbers are the list's.
  for (const world of ['crashed', 'slow']) {
    const panel = figure.locator(`[data-world="${world}"]`)
    const rows = await panel.locator('.worlds-list li').count()
    expect(rows).toBeGreaterThan(5)
    await expect(panel.locator('.world-numbers text')).toHaveText(
      Array.from({ length: rows }, (_, index) => String(index + 1)),
    )
  }

  // Each world opens on the bench, with the same hash, where the reader had to decide.
  for (const world of ['crashed', 'slow']) {
    const link = figure.locator(`[data-world="${world}"]`).getByRole('link', { name: 'Open this case' })
    const bench = await page.context().newPage()
    await bench.goto(new URL((await link.getAttribute('href'))!, page.url()).href)
    const shown = bench.locator('.bench-root')
    await expect(shown).toHaveAttribute('data-hash', /^[0-9a-f]{16}$/)
    await expect(bench.getByRole('alert')).toHaveCount(0)
    await expect(bench.locator('.bench-hand h3')).toContainText(/At \d+(\.\d+)? s/)
    await bench.getByRole('button', { name: 'no nuts', exact: true }).click()
    await bench.getByRole('button', { name: 'Ask A to no nuts' }).click()
    await expect(bench.locator('[data-branch]')).toHaveCount(2)
    await bench.close()
  }

  // Whatever the rule and the sleep, it's the same.
  for (const rule of ['Wait until B has been silent for 18 seconds', 'Wait for B, however long it takes']) {
    await figure.getByLabel('A’s rule').selectOption(rule)
    await expect(figure.locator('.worlds-verdict')).toHaveAttribute('data-same', 'true')
  }
  await expect(figure.locator('[data-world="crashed"] .worlds-outcome')).toContainText('No cake, ever')
  await figure.getByLabel('A’s rule').selectOption('Wait until B has been silent for 18 seconds')
  const slow = figure.locator('[data-world="slow"] .worlds-outcome')
  await expect(slow).toContainText('One cake')
  const sleep = figure.getByRole('slider', { name: /paused for/ })
  await sleep.focus()
  for (let press = 0; press < 3; press++) await sleep.press('ArrowRight')
  await expect(sleep).toHaveAttribute('aria-valuetext', '20 s')
  await expect(slow).toContainText('Two cakes')
  await expect(figure.locator('.worlds-verdict')).toHaveAttribute('data-same', 'true')

  await figure.getByRole('button', { name: 'Start over' }).press('Enter')
  await expect(figure.locator('svg.world')).toHaveCount(1)
  await expect(figure.getByLabel('Declare B dead now')).toBeFocused()
  await expect(figure.locator('.worlds')).not.toContainText('crash')
})

test.describe('on a phone, by keyboard', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('a rule is chosen with arrows and given with Enter; nothing is wider than the page', async ({
    page,
  }) => {
    const figure = await worldsOn(page)
    await figure.getByLabel('Declare B dead now').focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await expect(figure.getByLabel('silent for 10 seconds')).toBeChecked()
    await page.keyboard.press('Enter')
    await expect(figure.locator('.worlds-pair')).toBeFocused()
    await expect(figure.locator('tr[data-tried="true"]')).toContainText('after 10 s')
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(390)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await axeFindings(page, { within: '[data-figure="two-worlds"]' })).toEqual([])
    }
  })
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('A’s covered line is there, and in words and pictures what comes out', async ({ page }) => {
    await page.goto(at(path))
    const figure = page.locator('[data-figure="two-worlds"]')
    await expect(figure.locator('svg.world').first()).toBeVisible()
    await expect(figure.locator('.worlds-stage .worlds-list li')).toHaveCount(2)
    const html = await (await page.request.get(at(path))).text()
    const without =
      /<noscript>([\s\S]*?)<\/noscript>/.exec(html.slice(html.indexOf('data-figure="two-worlds"')))?.[1] ?? ''
    expect(without.replace(/\s+/g, ' ')).toContain('No rule could have told them apart')
    expect(without.match(/data-rule=/g)).toHaveLength(5)
  })
})
