import type { Locator, Page } from '@playwright/test'
import { at, expect } from './site.ts'

/** A live cell on a page, as a reader handles it. */
export interface CellOnPage {
  readonly root: Locator
  readonly output: Locator
  /** Replaces the whole text in the editor. */
  write(code: string): Promise<void>
  /** Clicks Run and waits for the run's end; gives its state. */
  run(): Promise<string>
  /** What is shown, as the page's text. */
  shown(): Promise<string>
  button(name: 'Run' | 'Stop' | 'Reset' | 'Show changes' | 'Copy'): Locator
}

export function cellOn(page: Page, name: string): CellOnPage {
  const root = page.locator(`[data-cell="${name}"]`)
  const output = root.locator('[data-output]')
  const button = (label: string) => root.getByRole('button', { name: label, exact: true })
  return {
    root,
    output,
    button,
    async write(code) {
      const content = root.locator('.cm-content')
      if (!(await content.isVisible())) await root.locator('.cell-pre').click()
      await content.focus()
      await expect(content).toBeFocused()
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.insertText(code)
      await expect(root.locator('.cell-banner:not([data-other-draft])')).toBeVisible()
    },
    async run() {
      await button('Run').click()
      // A run has two seconds of its own; a busy machine takes many more to begin and end it.
      await expect(root).toHaveAttribute('data-state', /done|failed|stopped/, { timeout: 45_000 })
      return (await root.getAttribute('data-state')) ?? ''
    },
    shown: async () => (await output.innerText()).replace(/\n+/g, '\n'),
  }
}

/** Opens what is folded: a cell in there comes to life when it's seen. */
export async function unfold(page: Page): Promise<void> {
  for (const fold of await page.locator('details:has([data-cell]) > summary').all()) await fold.click()
}

/**
 * From the next load on, the page's editors are told of no types. Their worker is a megabyte that begins with the first edit
 * and works for seconds: for tests that look at nothing it says.
 */
export async function withoutTypes(page: Page): Promise<void> {
  await page.route('**/cells.json', async (route) => {
    const response = await route.fetch()
    const { types, ...kit } = (await response.json()) as { readonly types?: object }
    expect(types, 'a kit that names no types has nothing to leave out').toBeDefined()
    await route.fulfill({ response, json: kit })
  })
}

/** Opens the lesson whose cells the tests use, with one of them in view. */
export async function openCell(page: Page, name = 'hash-a-text'): Promise<CellOnPage> {
  await page.goto(at('/lessons/merkle-trees/'))
  const cell = cellOn(page, name)
  await cell.root.scrollIntoViewIfNeeded()
  await expect(cell.button('Run')).toBeEnabled()
  return cell
}

/** Writes an answer into a challenge's open editor in place of what's there, and has it judged. */
export async function judged(challenge: Locator, text: string): Promise<void> {
  const { keyboard } = challenge.page()
  await challenge.locator('.cm-content').focus()
  await keyboard.press('ControlOrMeta+a')
  await keyboard.insertText(text)
  await keyboard.press('ControlOrMeta+Enter')
}
