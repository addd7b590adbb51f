import { shortHex } from '#engine/hash/bytes.ts'
import type { Exchange } from '#figures/link/cost.ts'
import { exchangesOf, growKitchens, nodeAt, oneByOne } from './kitchens.ts'
import { levelsShown } from './session-state.ts'

/** What the build computes of the first game: hashes for the first frame, and the outcome for pages without script. */
export interface FirstFrame {
  readonly first: Readonly<Record<string, string>>
  readonly exchanges: readonly Exchange[]
}

/** The figure before a reader has done anything, with a tree of this depth. Worked out by the build. */
export function firstFrame(depth: number): FirstFrame {
  const growing = growKitchens(depth, 0)
  let step = growing.next()
  while (step.done !== true) step = growing.next()
  const kitchens = step.value
  const first: Record<string, string> = {}
  for (let level = 0; level <= levelsShown; level++) {
    for (let index = 0; index < 2 ** level; index++) {
      first[`${level}.${index}`] = shortHex(nodeAt(kitchens.a, { level, index }).digest, 8)
    }
  }
  return {
    first,
    exchanges: [oneByOne('perfect', 'Perfect, one at a time', depth), ...exchangesOf(kitchens)],
  }
}
