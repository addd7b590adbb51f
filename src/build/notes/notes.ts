import { readFileSync } from 'node:fs'
import { z } from 'astro/zod'
import { parse } from 'yaml'
import { blocksOf, type NotesBlock } from './blocks.ts'
import { marked, markedInline } from './html.ts'

/** A block of the notes with its claims' words between signs, ready for `blockHtml`. */
export interface MarkedBlock extends NotesBlock {
  /** The claims that the block makes, as the inventory gives them to it. */
  readonly claims: readonly number[]
  /** The sections of the course that honour them; empty while they're to come. */
  readonly honoured: readonly string[]
}

const marksSchema = z.strictObject({
  marks: z.record(z.string().regex(/^\d+$/), z.string().min(1)),
})
const inventorySchema = z.object({
  items: z.array(
    z.object({
      anchor: z.string(),
      claims: z.array(z.int()),
      honoured: z.array(z.string()).default([]),
    }),
  ),
})

/**
 * content/notes.md as it was written, block by block, every claim marked where it stands (content/notes-marks.yaml).
 * @throws Error that fails the build when the words of a mark aren't in the block of its claim
 */
export function markedNotes(): readonly MarkedBlock[] {
  const { marks } = marksSchema.parse(parse(readFileSync('content/notes-marks.yaml', 'utf8')))
  const { items } = inventorySchema.parse(parse(readFileSync('content/notes-inventory.yaml', 'utf8')))
  return blocksOf(readFileSync('content/notes.md', 'utf8')).map((block) => {
    const isItem = block.kind !== 'heading' && block.kind !== 'rule'
    const item = isItem ? items.find(({ anchor }) => block.text.includes(anchor)) : undefined
    const claims = item?.claims ?? []
    const words = claims.map((claim) => ({ claim, words: marks[claim] ?? missing(claim) }))
    return { ...block, text: marked(block.text, words), claims, honoured: item?.honoured ?? [] }
  })
}

/** content/notes-true.md: the notes again, every line true, each claim's line marked in it. */
export function trueNotes(): readonly MarkedBlock[] {
  return blocksOf(readFileSync('content/notes-true.md', 'utf8')).map((block) => ({
    ...block,
    text: markedInline(block.text),
    claims: [...block.text.matchAll(/\{\{(\d+)\|/g)].map(([, number]) => Number(number)),
    honoured: [],
  }))
}

function missing(claim: number): never {
  throw new Error(`content/notes-marks.yaml: expected words for claim ${claim}, found none. Add them.`)
}
