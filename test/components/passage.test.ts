import { describe, expect, it } from 'vitest'
import { z } from 'astro/zod'
import { checkProps, holdsBlock } from '#components/author-error.ts'
import { numberSources, passageOf } from '#components/passage.ts'

describe('numberSources(text)', () => {
  it('numbers sources from 1 in the order of their first use', () => {
    const text = `One.<Source id="b" /> Two.<Source id='a'/> Again.<Source id="b" /> Three.<Source\n  id="c" />`
    expect([...numberSources(text)]).toEqual([
      ['b', 1],
      ['a', 2],
      ['c', 3],
    ])
  })
})

describe('checkProps(schema, props, tag)', () => {
  const passage = passageOf('', 'content/lessons/02-replicas/index.mdx', 'replicas')
  const about = { tag: 'Claim', example: '<Claim n={47}>…</Claim>', passage }

  it('hands back what fits', () => {
    expect(checkProps(z.strictObject({ n: z.int() }), { n: 4 }, about)).toEqual({ n: 4 })
  })

  it('says tag, file, what was expected, what was received and how to write it', () => {
    expect(() => checkProps(z.strictObject({ n: z.int() }), { n: 'four' }, about)).toThrow(
      /<Claim> in content\/lessons\/02-replicas\/index\.mdx: expected n: .*number.*, received "four"\. Write it as <Claim n=\{47\}>/,
    )
  })

  it('refuses a property it does not know', () => {
    expect(() => checkProps(z.strictObject({ n: z.int() }), { n: 4, m: 5 }, about)).toThrow(/"m"/)
  })
})

describe('holdsBlock(html)', () => {
  it('tells a paragraph from words', () => {
    expect(holdsBlock('<p>One</p>')).toBe(true)
    expect(holdsBlock('<em>one</em> and <span class="node">A</span>')).toBe(false)
  })
})
