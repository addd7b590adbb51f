import { cellOn, type CellOnPage } from './cell.ts'
import { expect } from './site.ts'

export interface Attempt {
  readonly does: string
  readonly code: string
  /** What the cell shows instead of success. */
  readonly shows: RegExp
  readonly state?: RegExp
}

/** Writes and runs each attempt; what it shows proves that it was really made. */
export async function attempt(cell: CellOnPage, attempts: readonly Attempt[]): Promise<void> {
  for (const { does, code, shows, state = /done|failed/ } of attempts) {
    await cell.write(code)
    expect(await cell.run(), does).toMatch(state)
    await expect.poll(() => cell.shown(), { message: does }).toMatch(shows)
  }
}

/** The page, another cell, and the reader's own text are as they were. */
export async function unharmed(cell: CellOnPage, text?: string): Promise<void> {
  const page = cell.root.page()
  const next = cellOn(page, 'find-the-difference')
  await next.root.scrollIntoViewIfNeeded()
  expect(await next.run()).toBe('done')
  await expect(next.output).toContainText('differs: Data D, after 5 comparisons')
  if (text !== undefined) {
    await page.reload()
    await cell.root.scrollIntoViewIfNeeded()
    await expect(cell.root.locator('.cm-content')).toContainText(text)
  }
}
