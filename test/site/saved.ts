import { readFileSync } from 'node:fs'
import type { Locator } from '@playwright/test'
import { expect } from './site.ts'

const patienceMs = 20_000

/**
 * The file that a button saves. The browser begins a download at once, but now and then it never says that it's whole: then
 * the button is pressed again, as a reader would.
 */
export async function savedBy(button: Locator): Promise<Buffer> {
  for (let attempt = 1; attempt <= 3; attempt++) {
    const [download] = await Promise.all([button.page().waitForEvent('download'), button.press('Enter')])
    const waited = new Promise<undefined>((resolve) => setTimeout(resolve, patienceMs))
    const path = await Promise.race([download.path(), waited])
    if (path !== undefined) return readFileSync(path)
  }
  throw new Error(`No download of three was whole within ${patienceMs} ms`)
}

/** Saves a figure by its menu as a picture, and looks that it stands alone and holds something drawn or written. */
export async function savedAlone(figure: Locator): Promise<void> {
  await figure.locator('.figure-keep summary').press('Enter')
  const save = async (name: 'SVG' | 'PNG') => {
    const button = figure.locator('.figure-keep').getByRole('button', { name, exact: true })
    return (await savedBy(button)).toString('latin1')
  }
  const svg = await save('SVG')
  expect(svg).not.toMatch(/\sclass=|\sstyle=|var\(--|<script|href=/)
  expect((svg.match(/<(?:path|circle|line|rect|text) /g) ?? []).length).toBeGreaterThan(5)
  expect((await save('PNG')).slice(1, 4)).toBe('PNG')
  await figure.locator('.figure-keep summary').press('Enter')
}
