import { readFileSync } from 'node:fs'
import { rowsOf, unpacked, type PackedHead } from '#engine/vectors/packed.ts'

/** A word of content/vectors with the group that it was listed in and its vector. */
interface PlacedWord {
  readonly word: string
  readonly group: string
  readonly vector: Float32Array
}

/** All words of content/vectors, in their order there. */
export function allWords(): readonly PlacedWord[] {
  const head = JSON.parse(readFileSync('content/vectors/words.json', 'utf8')) as PackedHead & {
    readonly words: readonly string[]
    readonly groups: readonly string[]
  }
  const rows = rowsOf(unpacked(head, readFileSync('content/vectors/words.bin')))
  return head.words.map((word, at) => ({ word, group: head.groups[at]!, vector: rows[at]! }))
}

/** @throws Error that fails the build for a word that isn't among those of content/vectors/words.json */
export function wordsNamed(names: readonly string[]): readonly PlacedWord[] {
  const all = allWords()
  return names.map((name) => {
    const found = all.find(({ word }) => word === name)
    if (found === undefined)
      throw new Error(
        `there is no word "${name}" in content/vectors/words.json: choose one that's listed there`,
      )
    return found
  })
}
