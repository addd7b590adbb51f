import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lessonFolder } from '#build/lessons.ts'

/** The cells that a lesson's text shows, in its order: not those that run for a number in the prose alone. */
export function shownCells(slug: string): readonly string[] {
  const text = readFileSync(join(lessonFolder(slug), 'index.mdx'), 'utf8')
  return [...text.matchAll(/<Cell\s+file="([^"]+)"(?![^>]*hidden)/g)].map((found) => found[1] as string)
}
