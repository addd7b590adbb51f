import { readFileSync } from 'node:fs'
import { z } from 'astro/zod'
import { parse } from 'yaml'

const schema = z.record(
  z.string(),
  z.record(z.string(), z.union([z.string().min(1), z.strictObject({ see: z.string().min(1) })])),
)

/** Where a heading's old address leads now. */
interface Renamed {
  readonly from: string
  /** The address of a heading of the same lesson. */
  readonly to: string
  /** Whether the passage itself is still there, so that who read the old section has read the new one. */
  readonly carriesProgress: boolean
}

let known: Readonly<Record<string, readonly Renamed[]>> | undefined

/** The renamed headings of a lesson (content/anchors.yaml); none for a lesson whose headings are as they always were. */
export function renamedIn(lesson: string): readonly Renamed[] {
  known ??= read()
  return known[lesson] ?? []
}

function read(): Readonly<Record<string, readonly Renamed[]>> {
  const lessons = schema.parse(parse(readFileSync('content/anchors.yaml', 'utf8')))
  return Object.fromEntries(
    Object.entries(lessons).map(([lesson, anchors]) => [
      lesson,
      Object.entries(anchors).map(([from, to]) =>
        typeof to === 'string'
          ? { from, to, carriesProgress: true }
          : { from, to: to.see, carriesProgress: false },
      ),
    ]),
  )
}
