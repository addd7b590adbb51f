import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'astro/zod'
import { lessonSlugs } from './lessons.ts'

const file = 'content/course.yaml'

const stop = z.strictObject({
  /** What leads here from the stop before: sentences, and a state of things. */
  between: z.array(z.union([z.string().min(1), z.strictObject({ state: z.string().min(1) })])).default([]),
  /** One lesson by its slug; two are a fork. */
  lessons: z.array(z.string()).min(1).max(2),
})

/** A stop of the course map, as `content/course.yaml` has it. */
type CourseStop = z.output<typeof stop>

/** The map of the course. @throws Error when a lesson stands at no stop, or a stop names none */
export function course(text = readFileSync(file, 'utf8'), slugs = lessonSlugs()): readonly CourseStop[] {
  const read = z.strictObject({ stops: z.array(stop).min(1) }).safeParse(parse(text))
  if (!read.success) throw new Error(`${file}: ${z.prettifyError(read.error)}`)
  const named = read.data.stops.flatMap(({ lessons }) => lessons)
  for (const slug of slugs) {
    const count = named.filter((one) => one === slug).length
    if (count !== 1)
      throw new Error(
        `${file}: expected the lesson "${slug}" at one stop; received ${count}. Add it to a stop's lessons.`,
      )
  }
  const unknown = named.find((one) => !slugs.includes(one))
  if (unknown !== undefined)
    throw new Error(`${file}: there is no lesson "${unknown}"; expected one of ${slugs.join(', ')}.`)
  return read.data.stops
}
