import { at, expect, test } from './site.ts'

const paper = { light: 'rgb(251, 250, 246)', dark: 'rgb(22, 24, 27)' }

test('the theme follows the system until one is chosen', async ({ page }) => {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.goto(at('/'))
    await expect(page.locator('html')).toHaveCSS('background-color', paper[colorScheme])
  }
})

test('a chosen theme stays over pages and reloads, and is there before the first paint', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(at('/'))
  const button = page.getByRole('button', { name: /Theme/ })
  await expect(button).toHaveAccessibleName('Theme (now light)')
  await button.click()
  await expect(button).toHaveAccessibleName('Theme (now dark)')
  // What the body's first moment sees: the attribute is set by the script in the head, before any of the body.
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (document.body === null) return
      Object.assign(window, { themeAtBody: document.documentElement.dataset['theme'] })
      observer.disconnect()
    }).observe(document, { childList: true, subtree: true })
  })
  await page.goto(at('/lessons/replicas/'))
  await expect(page.locator('html')).toHaveCSS('background-color', paper.dark)
  expect(await page.evaluate(() => (window as Window & { themeAtBody?: string }).themeAtBody)).toBe('dark')
})

test('choosing what the system says is following the system again', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(at('/'))
  const button = page.getByRole('button', { name: /Theme/ })
  await button.click()
  expect(await page.evaluate(() => localStorage.getItem('theme'))).toBe('dark')
  await button.click()
  expect(await page.evaluate(() => localStorage.getItem('theme'))).toBeNull()
})

test('where storage is refused the theme still changes', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('refused', 'SecurityError')
      },
    })
  })
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(at('/glossary/'))
  await page.getByRole('button', { name: /Theme/ }).click()
  await expect(page.locator('html')).toHaveCSS('background-color', paper.dark)
})
