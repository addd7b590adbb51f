import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'astro/zod'
import { engineSource } from './engine-source.ts'
import { onceABuild } from './once-a-build.ts'

const file = 'content/engine/broken-places.yaml'

const change = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** What the change takes away: 'hint window'. */
  noun: z.string().min(1),
  /** Below src/engine. */
  file: z.string().regex(/\.ts$/),
  find: z.string().min(1),
  replace: z.string(),
  /** A kept plan whose own check turns red. */
  plan: z.string().optional(),
})

/** A place where a test breaks the engine on purpose. */
export type EngineChange = z.output<typeof change>

/** A change to the engine with the line that it's made in. */
interface BrokenPlace extends EngineChange {
  /** From 1, in the file as it is. */
  readonly line: number
}

/** All changes, as the file lists them. @throws Error that says which entry is wrong, and how */
export function engineChanges(): readonly EngineChange[] {
  const read = z.strictObject({ places: z.array(change) }).safeParse(parse(readFileSync(file, 'utf8')))
  if (!read.success) throw new Error(`${file}: ${z.prettifyError(read.error)}`)
  return read.data.places
}

/** Those that fit their file, by file and line. One that no longer does is a matter for its own test. */
export const brokenPlaces = onceABuild((): readonly BrokenPlace[] =>
  engineChanges()
    .flatMap((place) => {
      const source = engineSource(place.file)
      const at = source.indexOf(place.find)
      return at < 0 ? [] : [{ ...place, line: source.slice(0, at).split('\n').length }]
    })
    .sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1)),
)
