import { digestBytes, descend } from '#engine/merkle/descent.ts'
import { growTextbookTree, type TextbookNode, type TextbookTree, withRow } from '#engine/merkle/textbook.ts'
import type { Exchange } from '#figures/link/cost.ts'
import type { Door } from './game.ts'
import { emptyPlace, lostPlace, slipOfA } from '#figures/kitchen/slips.ts'

/** Both kitchens' trees over the same places; B's place `lost` is empty. */
export interface Kitchens {
  readonly a: TextbookTree
  readonly b: TextbookTree
  readonly lost: number
}

/** Hashes all slips of the n-th game, yielding the share that is done (0 to 1). */
export function* growKitchens(depth: number, game: number): Generator<number, Kitchens, undefined> {
  const count = 2 ** depth
  const lost = lostPlace(game, count)
  const slips: string[] = []
  while (slips.length < count) {
    slips.push(slipOfA(slips.length, lost))
    if (slips.length % 512 === 0) yield 0
  }
  const growing = growTextbookTree(slips, 256)
  for (;;) {
    const step = growing.next()
    if (step.done === true) return { a: step.value, b: withRow(step.value, lost, emptyPlace), lost }
    yield step.value.digests / step.value.of
  }
}

/** The tree's node behind a door. */
export function nodeAt(tree: TextbookTree, door: Door): TextbookNode {
  let node = tree.root
  for (let level = 1; level <= door.level; level++) {
    const child = (door.index >> (door.level - level)) & 1 ? node.right : node.left
    if (child === undefined) throw new RangeError(`no node at level ${door.level}, index ${door.index}`)
    node = child
  }
  return node
}

/** One hash at a time: as many round trips as hashes. */
export function oneByOne(id: string, name: string, hashes: number): Exchange {
  return { id, name, roundTrips: hashes, bytes: hashes * digestBytes }
}

/** What replicas that don't know how much differs can do: walk down a level a trip, or send much at once. */
export function exchangesOf({ a, b }: Kitchens): readonly Exchange[] {
  const walked = descend(a, b).at(-1)
  if (walked === undefined) throw new Error('a walk compares at least the roots')
  return [
    { id: 'walk', name: 'Level by level', roundTrips: walked.roundTrips, bytes: walked.bytes },
    { id: 'tree', name: 'The whole tree', roundTrips: 1, bytes: (2 * a.leafCount - 1) * digestBytes },
    { id: 'leaves', name: 'Its leaves alone', roundTrips: 1, bytes: a.leafCount * digestBytes },
  ]
}
