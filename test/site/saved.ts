import { readFileSync } from 'node:fs'
import type { Locator } from '@playwright/test'
import { expect } from './site.ts'

/** Saves a figure by its menu as a picture, and looks that it stands alone and holds something drawn or written. */
export async function savedAlone(figure: Locator): Promise<void> {
  const page = figure.page()
  await figure.locator('.figure-keep summary').press('Enter')
  const save = async (name: 'SVG' | 'PNG') => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      figure.locator('.figure-keep').getByRole('button', { name, exact: true }).press('Enter'),
    ])
    return readFileSync(await download.path(), 'latin1')
  }
  const svg = await save('SVG')
  expect(svg).not.toMatch(/\sclass=|\sstyle=|var\(--|<script|href=/)
  expect((svg.match(/<(?:path|circle|line|rect|text) /g) ?? []).length).toBeGreaterThan(5)
  expect((await save('PNG')).slice(1, 4)).toBe('PNG')
  await figure.locator('.figure-keep summary').press('Enter')
}
