import { readFileSync } from 'node:fs'
import type { Locator } from '@playwright/test'
import { expect } from './site.ts'

/** The file that a button saves, pressed once: by the mouse, or by its key. */
export async function savedBy(button: Locator, by: 'click' | 'Enter' = 'click'): Promise<Buffer> {
  const pressed = () => (by === 'click' ? button.click() : button.press(by))
  const [download] = await Promise.all([button.page().waitForEvent('download'), pressed()])
  return readFileSync(await download.path())
}

/** Saves a figure by its menu as a picture, and looks that it stands alone and holds something drawn or written. */
export async function savedAlone(figure: Locator): Promise<void> {
  await figure.locator('.figure-keep summary').press('Enter')
  const save = async (name: 'SVG' | 'PNG') => {
    const button = figure.locator('.figure-keep').getByRole('button', { name, exact: true })
    return (await savedBy(button, 'Enter')).toString('latin1')
  }
  const svg = await save('SVG')
  expect(svg).not.toMatch(/\sclass=|\sstyle=|var\(--|<script|href=/)
  expect((svg.match(/<(?:path|circle|line|rect|text) /g) ?? []).length).toBeGreaterThan(5)
  expect((await save('PNG')).slice(1, 4)).toBe('PNG')
  await figure.locator('.figure-keep summary').press('Enter')
}
