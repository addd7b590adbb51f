import { describe, expect, test } from 'vitest'
import { blockHtml, marked } from '#build/notes/html.ts'
import { markedNotes, trueNotes } from '#build/notes/notes.ts'
import { blocksOf } from '#build/notes/blocks.ts'
import { claims, notes } from './content.ts'

const all = Array.from({ length: 108 }, (_, index) => index + 1)
const wrap = (claim: number) => ({ claim, open: `<a data-claim="${claim}">`, close: '</a>' })
const claimsIn = (html: string) =>
  [...html.matchAll(/data-claim="(\d+)"/g)].map(([, number]) => Number(number))
/** What a reader sees: no tags, and the three signs that HTML escapes. */
const read = (html: string, between = '') =>
  html
    .replace(/<[^>]+>/g, between)
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

/** Words alone: without the marks of Markdown, the numbers of a list and the addresses of links. */
const words = (text: string) =>
  text
    .replace(/\]\(#[^)]*\)/g, ']')
    .replace(/^\d+\. (?=\[)/gm, '')
    .match(/[\p{L}\p{N}]+/gu) ?? []

describe('the notes as written', () => {
  const blocks = markedNotes()

  test('have all 108 claims marked, each once, in the block that the inventory gives it to', () => {
    const found = blocks.flatMap((block) => claimsIn(blockHtml(block, wrap)))
    expect(found.toSorted((a, b) => a - b)).toEqual(all)
    for (const block of blocks)
      expect(claimsIn(blockHtml(block, wrap)).toSorted((a, b) => a - b)).toEqual([...block.claims])
  })

  test('are whole: every drawing letter by letter, and every word of the rest', () => {
    const written = blocksOf(notes)
    expect(blocks).toHaveLength(written.length)
    for (const [index, block] of blocks.entries()) {
      const html = blockHtml(block, wrap)
      const original = written[index]!.text
      if (block.kind === 'drawing') expect(read(html)).toBe(original.replace(/^```\w*\n|\n?```$/g, ''))
      else if (block.kind !== 'rule') expect(words(read(html, ' '))).toEqual(words(original))
    }
  })

  test('refuse a mark whose words are not there, and two that overlap', () => {
    expect(() => marked('one two', [{ claim: 1, words: 'three' }])).toThrow(/claim 1.*three/s)
    expect(() =>
      marked('one two', [
        { claim: 1, words: 'one two' },
        { claim: 2, words: 'two' },
      ]),
    ).toThrow(/claim 2/)
  })
})

describe('the notes with every line true', () => {
  const blocks = trueNotes()
  const html = blocks.map((block) => blockHtml(block, wrap))

  test('have a line for each of the 108 claims, once, in the notes’ order', () => {
    expect(html.flatMap(claimsIn)).toEqual(all)
    expect(html.join('')).not.toMatch(/\{\{|\}\}/)
  })

  test('keep every section of the notes', () => {
    const sections = (of: readonly { section: string }[]) => [...new Set(of.map(({ section }) => section))]
    expect(sections(blocks)).toEqual(sections(blocksOf(notes)))
  })

  test.each(['2ef7bde6', 'f6b6b7', 'ONLY Row 3', 'They compare root hashes', 'backup copy'])(
    'no longer have “%s”',
    (gone) => expect(html.join('')).not.toContain(gone),
  )

  test('say something else wherever the notes were wrong', () => {
    const wrong = claims.filter(({ verdict }) => verdict === 'wrong').map(({ id }) => Number(id))
    expect(wrong.length).toBeGreaterThan(4)
    const saidOf = (list: readonly { text: string }[], claim: number) =>
      new RegExp(`\uE001${claim}\uE002([\\s\\S]*?)\uE003`).exec(list.map(({ text }) => text).join('\n'))?.[1]
    for (const claim of wrong) expect(saidOf(blocks, claim)).not.toBe(saidOf(markedNotes(), claim))
  })
})
