import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { lessonSlugs } from '../lessons.ts'
import { courseOnOnePage } from './course.ts'
import type { BuiltLesson } from './course.ts'

/** What the page of the whole course has where the lessons go. */
const place = /<div data-whole-course[^>]*>[\s\S]*?<\/div>/
const sheetLink = /<link rel="stylesheet" href="([^"]+)"[^>]*>/g

/**
 * After the build: the page of the whole course gets the lessons as they were built, with their stylesheets, and loses
 * every script but the theme's. It comes before stylesheets are inlined, so that this page's are too.
 */
export function wholeCourse(base: string, site: string | undefined): AstroIntegration {
  return {
    name: 'whole-course',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir)
        const file = join(root, 'course/index.html')
        if (!existsSync(file)) return
        const lessons: BuiltLesson[] = []
        for (const slug of lessonSlugs()) {
          const lesson = join(root, 'lessons', slug, 'index.html')
          const html = existsSync(lesson) ? await readFile(lesson, 'utf8') : ''
          if (html.includes('data-lesson=')) lessons.push({ slug, html })
        }
        await writeFile(file, filled(await readFile(file, 'utf8'), lessons, { base, site }))
      },
    },
  }
}

/** The shell of the page with the lessons in it. Exported for its test. */
export function filled(
  shell: string,
  lessons: readonly BuiltLesson[],
  options: Parameters<typeof courseOnOnePage>[1],
): string {
  if (!place.test(shell))
    throw new Error('course/index.html: expected <div data-whole-course>, received none')
  const known = new Set([...shell.matchAll(sheetLink)].map(([, href]) => href))
  const sheets = lessons.flatMap(({ html }) =>
    [...html.slice(0, html.indexOf('</head>')).matchAll(sheetLink)].filter(([, href]) => {
      const isNew = !known.has(href)
      known.add(href)
      return isNew
    }),
  )
  const course = courseOnOnePage(lessons, options)
  return shell
    .replace(/<script type="module"[^>]*>[\s\S]*?<\/script>|<link rel="modulepreload"[^>]*>/g, '')
    .replace('</head>', () => `${sheets.map(([link]) => link).join('')}</head>`)
    .replace(place, () => course)
}
