import type { Locator, Page } from '@playwright/test'
import { builtHtml, builtPages } from './built.ts'
import { at, expect, test } from './site.ts'

test('the skip link is the first stop, is seen then, and leads to the text', async ({ page }) => {
  await page.goto(at('/lessons/merkle-trees/'))
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to the text' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.locator('#text')).toBeFocused()
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('.contents'))).toBeNull()
})

test('a heading’s name is its words, and no button’s name has a sign in it', () => {
  const named = { headings: 0, buttons: 0 }
  for (const path of builtPages()) {
    const html = builtHtml(path)
    for (const [heading, attributes, content] of html.matchAll(/<h[2-4]([^>]*)>(.*?)<\/h[2-4]>/gs)) {
      if (!content!.includes('class="anchor"')) continue
      const words = / aria-labelledby="([^"]+)"/.exec(attributes!)?.[1]
      const name = new RegExp(`<span id="${words}">(.*?)</span>\\s*<a class="anchor"`, 's').exec(
        content!,
      )?.[1]
      expect(name?.trim(), `${path}: ${heading}`).toMatch(/\w/)
      named.headings++
    }
    for (const [button, attributes, content] of html.matchAll(/<button([^>]*)>(.*?)<\/button>/gs)) {
      if (attributes!.includes('aria-label')) continue
      const heard = content!
        .replace(/<(\w+)[^>]* aria-hidden="true"[^>]*>.*?<\/\1>/gs, '')
        .replace(/<[^>]+>/g, '')
      expect(heard, `${path}: ${button}`).not.toMatch(/[◂▸⇤⇥✕×✓✗←→↔]/)
      named.buttons++
    }
  }
  expect(named.headings).toBeGreaterThan(100)
  expect(named.buttons).toBeGreaterThan(500)
})

/** Holds that an element which is chosen looks other once `unchoose` has chosen another; no ring of the focus helps. */
async function drawsChoice(page: Page, chosen: Locator, unchoose: () => Promise<void>): Promise<void> {
  const shot = async () => {
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await page.mouse.move(0, 0)
    return chosen.screenshot({ animations: 'disabled' })
  }
  const before = await shot()
  await unchoose()
  expect((await shot()).equals(before)).toBe(false)
}

test.describe('forced colours', () => {
  test.use({ forcedColors: 'active' } as never)

  test('what is chosen is told by the browser’s own mark and a line', async ({ page }) => {
    await page.goto(at('/lessons/merkle-trees/'))
    const one = page.locator('[data-question="merkle-trees.roots-unlike"]')
    await one.scrollIntoViewIfNeeded()
    await expect(page.locator('astro-island[ssr]', { has: one })).toHaveCount(0)
    const chosen = one.getByRole('radio').nth(1)
    await chosen.check()
    await expect(chosen).toHaveCSS('appearance', 'auto')
    await expect(one.locator('.option:has(:checked)')).toHaveCSS('outline-style', 'solid')
    await expect(one.locator('.option:not(:has(:checked))').first()).toHaveCSS('outline-style', 'none')
    // Pixels, too: whatever is chosen is drawn unlike itself when something else is.
    await drawsChoice(page, one.locator('.option').nth(1), () => one.getByRole('radio').first().check())
    const sure = one.getByRole('button', { name: 'Certain' })
    await sure.click()
    await expect(sure).toHaveAttribute('aria-pressed', 'true')
    await drawsChoice(page, sure, () => one.getByRole('button', { name: 'Guessing' }).click())
    const leaf = page.locator('.leaf').nth(2)
    await leaf.scrollIntoViewIfNeeded()
    const tree = page.locator('[data-question="merkle-trees.click-the-leaf"]')
    await expect(page.locator('astro-island[ssr]', { has: tree })).toHaveCount(0)
    await leaf.click()
    await expect(page.locator('.leaf:has(:checked)')).toHaveCSS('outline-style', 'solid')
    await drawsChoice(page, leaf, () => page.locator('.leaf').nth(3).click())
    await page.goto(at('/review/merkle-trees/'))
    const many = page.locator('[data-question="merkle-trees.causes"]')
    await many.scrollIntoViewIfNeeded()
    await expect(page.locator('astro-island[ssr]', { has: many })).toHaveCount(0)
    await many.getByRole('checkbox').first().check()
    await expect(many.getByRole('checkbox').first()).toHaveCSS('appearance', 'auto')
    const boxes = [many.getByRole('checkbox').first(), many.getByRole('checkbox').nth(1)]
    const [ticked, empty] = await Promise.all(boxes.map((box) => box.screenshot({ animations: 'disabled' })))
    expect(ticked!.equals(empty!)).toBe(false)
  })
})

test('with the text spacing of WCAG 1.4.12 nothing is cut and nothing scrolls sideways', async ({ page }) => {
  test.setTimeout(180_000)
  await page.setViewportSize({ width: 390, height: 844 })
  for (const path of [
    '/',
    '/lessons/distributed-systems/',
    '/cards/merkle-trees/',
    '/playground/cluster/',
  ] as const) {
    await page.goto(at(path))
    const cut = await page.evaluate(async () => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(
        '*:not(svg *) { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
      )
      document.adoptedStyleSheets.push(sheet)
      await new Promise(requestAnimationFrame)
      const found: string[] = []
      if (document.documentElement.scrollWidth > innerWidth + 1)
        found.push(`page: ${document.documentElement.scrollWidth} px wide`)
      for (const element of document.querySelectorAll<HTMLElement>('main *')) {
        const { overflowX, overflowY, display, position, clipPath } = getComputedStyle(element)
        if (
          display === 'inline' ||
          clipPath !== 'none' ||
          position === 'absolute' ||
          !element.innerText?.trim()
        )
          continue
        const isCut =
          (/hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 2) ||
          (/hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 2)
        if (isCut && element.closest('.visually-hidden, svg, .note') === null)
          found.push(`${element.tagName}.${element.className}: ${element.innerText.slice(0, 40)}`)
      }
      return found
    })
    expect(cut, path).toEqual([])
  }
})

test('the list of lessons opens, is walked, closes and leads to a lesson by keys alone', async ({ page }) => {
  await page.goto(at('/'))
  const button = page.getByRole('button', { name: 'Lessons' })
  await button.focus()
  await page.keyboard.press('Enter')
  const menu = page.locator('#lesson-menu')
  await expect(menu).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(menu).toBeHidden()
  await expect(button).toBeFocused()
  await page.keyboard.press('Enter')
  for (const _ of [1, 2, 3, 4]) await page.keyboard.press('Tab')
  await expect(menu.getByRole('link', { name: /Merkle trees/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/lessons\/merkle-trees\/$/)
})

test('the list of lessons works by touch and closes by a touch beside it', async ({ browser }) => {
  const context = await browser.newContext({
    hasTouch: true,
    isMobile: true,
    viewport: { width: 390, height: 844 },
  })
  const page = await context.newPage()
  await page.goto(at('/glossary/'))
  await page.getByRole('button', { name: 'Lessons' }).tap()
  await expect(page.locator('#lesson-menu')).toBeVisible()
  await page.touchscreen.tap(195, 800)
  await expect(page.locator('#lesson-menu')).toBeHidden()
  await context.close()
})

test('what is pressed in the header is at least 24 pixels in both directions', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 })
  await page.goto(at('/'))
  const targets = page.locator('.brand, .bar-item:visible')
  expect(await targets.count()).toBeGreaterThan(2)
  for (const target of await targets.all()) {
    const box = await target.boundingBox()
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24)
  }
})
