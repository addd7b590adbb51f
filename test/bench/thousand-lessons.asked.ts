import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { parse, stringify } from 'yaml'
import { inTemporaryFolder, quietly } from './pages/temporary.ts'

const limitSeconds = 120
/** How many lessons the course has in the end; another number (LESSONS) is for a quicker look. */
const total = Number(process.env['LESSONS'] ?? 1000)
/** And how many more there are in the course that it's compared with. */
const few = 8
/** The generated lesson whose page is weighed: it has neighbours on both sides in either course. */
const weighed = 'generated-0004'

/**
 * Generates lessons until the course has a thousand, builds all of it, and weighs the page of one beside the same page in a
 * course that has only eight more. The course itself is copied; nothing of it is touched.
 */
export default async function thousandLessons(report: (line: string) => void): Promise<void> {
  const known = readdirSync('content/lessons').length
  const small = await inTemporaryFolder(async (folder) => {
    copyCourse(folder, few)
    await build(folder, { BARE: '1', ONLY: `/lessons/${weighed}/` })
    return weigh(folder)
  })
  report(`the page of one lesson among ${known + few}: ${small.raw} bytes, ${small.packed} as brotli`)
  if (total <= known + few) return
  await inTemporaryFolder(async (folder) => {
    copyCourse(folder, total - known)
    const seconds = await build(folder, {})
    const pages = readdirSync(join(folder, 'dist-thousand'), { recursive: true }).filter((name) =>
      String(name).endsWith('.html'),
    ).length
    const large = weigh(folder)
    report(`the same page among ${total}: ${large.raw} bytes, ${large.packed} as brotli`)
    report(`${total} lessons, ${pages} pages: ${Math.round(seconds)} s of ${limitSeconds} s`)
  })
}

/** What's made from the rest, or has nothing to do with it. */
const isLeft = /^(?:node_modules|dist.*|\.git|\.cache|\.astro|test-results|playwright-report)$/

/** A copy of what a build reads, with so many more lessons, each at a stop of its own and named by a change. */
function copyCourse(folder: string, count: number): void {
  for (const part of readdirSync('.').filter((name) => !isLeft.test(name)))
    cpSync(part, join(folder, part), { recursive: true })
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction')
  const slugs = Array.from({ length: count }, (_, index) => `generated-${String(index).padStart(4, '0')}`)
  for (const [index, slug] of slugs.entries()) {
    const home = join(folder, 'content/lessons', `${String(index + 8).padStart(2, '0')}-${slug}`)
    mkdirSync(home)
    writeFileSync(join(home, 'index.mdx'), lesson(index + 8))
  }
  const courseFile = join(folder, 'content/course.yaml')
  const course = parse(readFileSync(courseFile, 'utf8')) as { stops: object[] }
  course.stops.push(...slugs.map((slug) => ({ between: ['And then?'], lessons: [slug] })))
  writeFileSync(courseFile, stringify(course))
  const changesFile = join(folder, 'content/changes.yaml')
  const { changes } = parse(readFileSync(changesFile, 'utf8')) as { changes: { at: string }[] }
  const all = {
    id: 'generated',
    at: changes[0]!.at,
    title: 'Many lessons',
    text: 'For a measurement.',
    page: '/',
  }
  writeFileSync(changesFile, stringify({ changes: [{ ...all, lessons: slugs }, ...changes] }))
}

/** A lesson of about 1,200 words in six sections, with lists, a term in each, and a source. */
function lesson(order: number): string {
  const sentence =
    'A replica that missed a write doesn’t know that it missed one, so two replicas have to compare what they have before either can repair the other.'
  const section = (number: number) => `## What happens in part ${number}

${Array.from({ length: 3 }, (_, index) => `${sentence} That’s step ${index + 1} of part ${number} in lesson ${order}. ${sentence}`).join('\n\n')}

- A <Term id="replica">replica</Term> answers.
- Another one doesn’t, and that's all a client can tell.
`
  return `---
title: Generated lesson ${order}
heading: What lesson ${order} is about
question: What does lesson ${order} ask?
order: ${order}
status: ready
minutes: 10
checked: Generated for a measurement.
description: A lesson that was generated to measure how a build grows.
---

${sentence}<Source id="demers-1987" />

${Array.from({ length: 6 }, (_, index) => section(index + 1)).join('\n')}
`
}

/** Builds the copy as a build does, beginning with what cells get; gives the seconds that it took. */
async function build(folder: string, environment: Record<string, string>): Promise<number> {
  const run = (args: readonly string[]) =>
    quietly('node', args, folder, { ...environment, OUT_DIR: 'dist-thousand' })
  rmSync('node_modules/.astro/dist-thousand', { recursive: true, force: true })
  try {
    const before = performance.now()
    await run(['scripts/runtime.ts'])
    await run(['node_modules/astro/bin/astro.mjs', 'build'])
    return (performance.now() - before) / 1000
  } finally {
    rmSync('node_modules/.astro/dist-thousand', { recursive: true, force: true })
  }
}

function weigh(folder: string): { readonly raw: number; readonly packed: number } {
  const page = readFileSync(join(folder, 'dist-thousand/lessons', weighed, 'index.html'))
  return { raw: page.length, packed: brotliCompressSync(page).length }
}
