import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { renamedIn } from '#build/anchors.ts'
import { written } from './content.ts'

/** The addresses of the headings as they were when the first four lessons were published. */
const published = JSON.parse(readFileSync('test/content/anchors-published.json', 'utf8')) as Record<
  string,
  readonly string[]
>

describe.each(written)('the addresses of $slug', ({ slug, sections, body }) => {
  const now = new Set(sections.map((section) => section.slug))
  const renamed = renamedIn(slug)

  test('that were ever published lead to a heading', () => {
    const old = new Set(renamed.map(({ from }) => from))
    expect((published[slug] ?? []).filter((address) => !now.has(address) && !old.has(address))).toEqual([])
  })

  test('that were renamed lead to a heading that is there, and no longer name one themselves', () => {
    for (const { from, to } of renamed) {
      expect(now, `${from} leads to ${to}`).toContain(to)
      expect(now, `${from} was renamed`).not.toContain(from)
      expect(body, 'one place for an address').not.toContain(`id="${from}"`)
    }
  })
})
