import type { z } from 'astro/zod'
import type { Passage } from './passage.ts'

/** What an author's mistake needs said, so that the author can fix it without reading our code. */
export interface Mistake {
  readonly tag: string
  readonly expected: string
  readonly received: string
  readonly mend: string
}

/** An author's mistake: thrown while a page is built, it stops the build with the file and the cure. */
export class AuthorError extends Error {
  constructor({ tag, expected, received, mend }: Mistake, where: string) {
    super(`<${tag}> in ${where}: expected ${expected}, received ${received}. ${mend}`)
    this.name = 'AuthorError'
  }
}

/** The properties of an author's tag, checked; the first wrong one stops the build. `example` shows how it's written. */
export function checkProps<T>(
  schema: z.ZodType<T>,
  props: unknown,
  { tag, example, passage }: { tag: string; example: string; passage: Passage | undefined },
): T {
  const parsed = schema.safeParse(props)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const path = issue?.path.join('.') ?? ''
  const value = path === '' ? props : (props as Record<string, unknown>)[path]
  throw new AuthorError(
    {
      tag,
      expected: `${path === '' ? 'its properties' : path}: ${issue?.message ?? 'something else'}`,
      received: JSON.stringify(value) ?? 'nothing',
      mend: `Write it as ${example}.`,
    },
    whereOf(passage),
  )
}

/** The file whose text is rendered, for a message. */
export function whereOf(passage: Passage | undefined): string {
  return passage?.file ?? 'a page that was given no passage (Astro.locals.passage)'
}

/** Whether rendered markup holds a block, so that what wraps it must be a block too. */
export function holdsBlock(html: string): boolean {
  return /<(p|ul|ol|dl|table|div|figure|h[1-6]|pre|blockquote|section|details|astro-island)[\s>]/.test(html)
}
