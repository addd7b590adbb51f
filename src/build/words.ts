import { readFileSync } from 'node:fs'
import { rowsOf, unpacked, type PackedHead } from '#engine/vectors/packed.ts'

/** A word of content/vectors with the group that it was listed in and its vector. */
export interface PlacedWord {
  readonly word: string
  readonly group: string
  readonly vector: Float32Array
}

/** @throws Error that fails the build for a word that isn't among those of content/vectors/words.json */
export function wordsNamed(names: readonly string[]): readonly PlacedWord[] {
  const head = JSON.parse(readFileSync('content/vectors/words.json', 'utf8')) as PackedHead & {
    readonly words: readonly string[]
    readonly groups: readonly string[]
  }
  const rows = rowsOf(unpacked(head, readFileSync('content/vectors/words.bin')))
  return names.map((word) => {
    const at = head.words.indexOf(word)
    if (at < 0)
      throw new Error(
        `there is no word "${word}" in content/vectors/words.json: choose one that's listed there`,
      )
    return { word, group: head.groups[at]!, vector: rows[at]! }
  })
}
