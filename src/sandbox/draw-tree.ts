import { outline, type RangeTree, type TextbookTree } from '#engine/trees.ts'
import type { Json } from './items.ts'
import { addDrawer } from './pictures.ts'

/** A tree is drawn, and beside another one, with what differs between them. */
addDrawer((shown, other) => {
  if (!isTree(shown)) return undefined
  const data = outline(shown, isTree(other) ? other : undefined) as unknown as Json
  return { type: 'picture', kind: 'tree', data }
})

function isTree(value: unknown): value is TextbookTree | RangeTree {
  const kind = (value as { kind?: unknown } | null | undefined)?.kind
  return kind === 'textbook' || kind === 'ranges'
}
