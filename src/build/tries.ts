import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'astro/zod'
import { parse } from 'yaml'
import { lineOfTry, type Try } from '#sandbox/tries.ts'
import { cellNames, cellSource, lessonFolder } from './lessons.ts'

const published = z.union([z.string(), z.number(), z.boolean()])
const schema = z.strictObject({
  tries: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9-]+$/),
      cell: z.string(),
      say: z.string().max(200),
      line: z.string(),
      change: z.string(),
      check: z.union([
        z.strictObject({
          run: z.int().min(1),
          check: z.string().regex(/^[a-zA-Z]+$/),
          finds: z.enum(['holds', 'broken']),
        }),
        z.strictObject({ value: z.string(), is: published }),
      ]),
      right: z.string().max(240),
    }),
  ),
})

/** What a lesson asks its readers to try, from its `tries.yaml`; none where there is no such file. A fault fails the build. */
export function triesOf(slug: string): readonly Try[] {
  const path = join(lessonFolder(slug), 'tries.yaml')
  if (!existsSync(path)) return []
  const read = schema.safeParse(parse(readFileSync(path, 'utf8')))
  if (!read.success)
    throw new Error(
      `${path}: ${z.prettifyError(read.error)}. Expected entries as in "How to add" of the README: id, cell, say, line, change, check, right.`,
    )
  for (const one of read.data.tries) {
    const names = cellNames(slug)
    if (!names.includes(one.cell))
      throw new Error(
        `${path}: "${one.id}" names the cell "${one.cell}". Expected one of: ${names.join(', ')}.`,
      )
    if (lineOfTry(cellSource(slug, one.cell), one) === undefined)
      throw new Error(
        `${path}: "${one.id}" is about the line "${one.line}", which ${one.cell}.ts doesn't have. Copy it from there.`,
      )
  }
  return read.data.tries
}

/** One of them, by its id. */
export function tryOf(slug: string, cell: string, id: string): Try {
  const tries = triesOf(slug).filter((one) => one.cell === cell)
  const found = tries.find((one) => one.id === id)
  if (found === undefined)
    throw new Error(
      `The lesson "${slug}" has nothing to try with the id "${id}" for the cell "${cell}". ` +
        `Expected one of: ${tries.map((one) => one.id).join(', ') || '(none)'}; add it to its tries.yaml.`,
    )
  return found
}
