import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'astro/zod'
import { describe, expect, test } from 'vitest'
import { checkProps } from '#components/author-error.ts'

/** Markdown's own elements, drawn by components: an author writes no tag for them. */
const elements = ['Fence', 'Heading2', 'Heading3', 'Link', 'Table']

const table = readFileSync('components/author.ts', 'utf8')
const tags = [...table.matchAll(/^import (\w+) from '([^']+\.astro)'/gm)]
  .map(([, tag, path]) => ({
    tag: tag!,
    file: path!.replace('#components/', 'components/').replace(/^\.\//, 'components/'),
  }))
  .filter(({ tag }) => !elements.includes(tag))

/** Nothing that an author could give wrongly. */
const takesNothing = (source: string) => !/Astro\.props/.test(source)

describe('every tag that an author may write', () => {
  test('is met', () => expect(tags.length).toBeGreaterThan(25))

  test.each(tags)(
    '<$tag> refuses a wrong property by naming the tag, its file and how it is written',
    ({ tag, file }) => {
      const source = readFileSync(file, 'utf8')
      if (takesNothing(source)) return
      expect(source, file).not.toMatch(/\.parse\(Astro\.props\)/)
      const call = /checkProps\([\s\S]*?\)\n(?![ \t])/.exec(source)?.[0] ?? ''
      expect(call, `${file} takes its properties unchecked`).toMatch(new RegExp(`tag: '${tag}'`))
      expect(call).toMatch(new RegExp(`example:\\s*['"\`]<${tag}\\b`))
      expect(call).toMatch(/\bpassage\b/)
    },
  )
})

test('what a tag takes is said once, by its shape: its type follows from that', () => {
  const files = readdirSync('components', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.astro')) // prettier-ignore
  const twice = files.filter((name) => {
    const source = readFileSync(join('components', name), 'utf8')
    return /interface Props\b/.test(source) && /checkProps\(/.test(source)
  })
  expect(files.length).toBeGreaterThan(60)
  expect(twice).toEqual([])
})

test('a wrong property stops the build with the tag, the file and an example', () => {
  const passage = { file: 'content/lessons/x/index.mdx' } as never
  const check = (props: unknown) =>
    checkProps(z.strictObject({ id: z.string() }), props, {
      tag: 'Hash',
      example: '<Hash id="h" />',
      passage,
    })
  expect(check({ id: 'h' })).toEqual({ id: 'h' })
  for (const wrong of [{}, { id: 3 }, { id: 'h', color: 'red' }])
    expect(() => check(wrong)).toThrow(
      /<Hash> in content\/lessons\/x\/index\.mdx: expected .*, received .*<Hash id="h" \/>/,
    )
})
