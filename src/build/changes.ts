import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'astro/zod'
import { lessonSlugs } from './lessons.ts'
import { onceABuild } from './once-a-build.ts'

const file = 'content/changes.yaml'

const change = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** The day on which readers had it, as YYYY-MM-DD. */
  at: z.string().regex(/^\d{4}-\d\d-\d\d$/),
  title: z.string().min(1),
  text: z.string().min(1),
  /** Where to see it. */
  page: z.string().regex(/^\/(?:.*\/)?$/),
  /** The lessons whose text changed. */
  lessons: z.array(z.string()).default([]),
})

/** An entry of `content/changes.yaml`. */
export type Change = z.output<typeof change>

/** What changed in the course, newest first. @throws Error for an entry that isn't one, out of order, or given twice */
export function changes(text = readFileSync(file, 'utf8'), slugs = lessonSlugs()): readonly Change[] {
  // YAML reads a day as a date unless it's told to leave it as it's written.
  const read = z.strictObject({ changes: z.array(change).min(1) }).safeParse(parse(text, { schema: 'core' }))
  if (!read.success) throw new Error(`${file}: ${z.prettifyError(read.error)}`)
  const all = read.data.changes
  const known = new Set(slugs)
  for (const [index, { id, at, lessons }] of all.entries()) {
    const before = all[index - 1]
    if (before !== undefined && before.at < at)
      throw new Error(
        `${file}: "${id}" of ${at} stands below "${before.id}" of ${before.at}. Put the newest first.`,
      )
    if (all.findIndex((one) => one.id === id) !== index)
      throw new Error(`${file}: the id "${id}" is given twice. Ids are unique in the file: rename one.`)
    const unknown = lessons.find((slug) => !known.has(slug))
    if (unknown !== undefined)
      throw new Error(`${file}: "${id}" names the lesson "${unknown}". Expected one of ${slugs.join(', ')}.`)
  }
  return all
}

/** All changes: the page of each lesson asks when it changed. */
const allChanges = onceABuild(() => changes())

/** The day of the newest change of a lesson. @throws Error when no change names it */
export function changedOn(lesson: string, all = allChanges()): string {
  const newest = all.find(({ lessons }) => lessons.includes(lesson))
  if (newest === undefined)
    throw new Error(
      `${file}: no entry names the lesson "${lesson}". Add one, so that it can be cited as of a day.`,
    )
  return newest.at
}
