import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { lessonFolder, lessonSlugs } from '../lessons.ts'
import { drawPreview } from './draw.ts'
import { previewKinds, type Preview } from './kinds.ts'

/** Where the pictures lie, and beside them a list of what each was drawn from. */
export const previewFolder = 'public/previews'

/** The digest of each drawing that has been made into a picture: tells which of them are out of date. */
export const previewList = join(previewFolder, 'drawn.json')

/** Every picture that the site needs, as SVG, with a digest of it: lessons first, then the other kinds of pages. */
export function previewDrawings(): readonly { name: string; svg: string; digest: string }[] {
  const slugs = lessonSlugs()
  const lessons = slugs.map((slug): Preview => {
    const { heading, question, order } = frontMatter(slug)
    return {
      name: `lesson-${slug}`,
      kicker: `Lesson ${order} of ${slugs.length}`,
      heading,
      line: question,
      stop: order,
    }
  })
  const others = Object.entries(previewKinds).map(([name, [heading, line]]): Preview => ({
    name,
    kicker: 'An interactive notebook of distributed systems',
    heading,
    line,
    stop: 0,
  }))
  return [...lessons, ...others].map((preview) => {
    const svg = drawPreview(preview, slugs.length)
    return { name: preview.name, svg, digest: createHash('sha256').update(svg).digest('hex').slice(0, 16) }
  })
}

function frontMatter(slug: string): { heading: string; question: string; order: number } {
  const text = readFileSync(join(lessonFolder(slug), 'index.mdx'), 'utf8')
  return parse(/^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? '') as ReturnType<typeof frontMatter>
}
