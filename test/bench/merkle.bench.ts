import { createHash } from 'node:crypto'
import { MerkleTree } from 'merkletreejs'
import { sha256 } from '#engine/hash/hash.ts'
import { difference } from '#engine/merkle/descent.ts'
import { rangeDifference } from '#engine/merkle/range-difference.ts'
import { rangeTree, withPartitions } from '#engine/merkle/ranges.ts'
import { shapeOfDepth } from '#engine/merkle/shape.ts'
import { growTextbookTree, textbookTree, withRow } from '#engine/merkle/textbook.ts'
import { wholeRing } from '#engine/token/range.ts'
import { medianMilliseconds } from '../peers/median.ts'

/** Building and comparing trees: textbook ones against merkletreejs, Cassandra's at the sizes that repair meets. */
export default async function bench(report: (line: string) => void): Promise<void> {
  textbook(report)
  for (const depth of [15, 20]) cassandra(report, depth)
}

function textbook(report: (line: string) => void): void {
  const rows = Array.from({ length: 32_768 }, (_, index) => `row ${index}`)
  const changed = rows.with(20_000, 'other')
  const hash = (data: Uint8Array) => sha256(data)
  const peerTree = (texts: readonly string[]) =>
    new MerkleTree(
      texts.map((text) => hash(Buffer.from(text))),
      (data: Uint8Array) => Buffer.from(hash(data)),
    )
  const ours = medianMilliseconds(() => textbookTree(rows))
  const peers = medianMilliseconds(() => peerTree(rows), 3)
  const native = medianMilliseconds(() => {
    for (let count = 0; count < 2 * rows.length - 1; count++) createHash('sha256').update('row').digest()
  }, 3)
  report(
    `build, 32,768 rows, SHA-256: ${ms(ours)}; merkletreejs with the same hash ${ms(peers)}: ${times(peers, ours)}`,
  )
  report(`  as many native SHA-256 of three bytes alone: ${ms(native)}`)

  let longest = 0
  const growing = growTextbookTree(rows, 1000)
  for (let done = false; !done;) {
    const before = performance.now()
    done = growing.next().done === true
    longest = Math.max(longest, performance.now() - before)
  }
  report(`  in slices of 1,000 digests, the longest: ${ms(longest)} (limit 50 ms)`)

  const [a, b] = [textbookTree(rows), textbookTree(changed)]
  const [peerA, peerB] = [peerTree(rows), peerTree(changed)]
  const walk = medianMilliseconds(() => difference(a, b))
  // It has no difference: what it offers is its leaves, compared one by one.
  const list = medianMilliseconds(() => {
    const others = peerB.getLeaves()
    return peerA.getLeaves().filter((leaf, index) => !leaf.equals(others[index] as Buffer))
  })
  report(
    `difference, one row of 32,768: ${ms(walk)}; leaves of merkletreejs one by one ${ms(list)}: ${times(list, walk)}`,
  )
  const edit = medianMilliseconds(() => withRow(a, 20_000, 'other'))
  report(`edit of one row: ${ms(edit)}; building again ${ms(ours)}: ${times(ours, edit)}`)
}

function cassandra(report: (line: string) => void, depth: number): void {
  const partitions = 1_000_000
  const digests = new Uint32Array(partitions * 8)
  let state = 1
  for (let word = 0; word < digests.length; word++)
    digests[word] = state = (Math.imul(state, 1664525) + 1013904223) | 0
  const bytes = new Uint8Array(digests.buffer)
  const spread = 0x9e3779b97f4a7c15n
  const tokens = BigInt64Array.from({ length: partitions }, (_, index) =>
    BigInt.asIntN(64, BigInt(index) * spread),
  )
  const before = performance.now()
  const shape = shapeOfDepth(wholeRing, depth)
  const shaped = performance.now()
  const tree = rangeTree(shape, { tokens, digests: bytes })
  const built = performance.now()
  const change = { token: tokens[5] as bigint, after: bytes.slice(0, 32) }
  const edited = withPartitions(tree, [change])
  const changedAt = performance.now()
  const found = rangeDifference(tree, edited).ranges.length
  const compared = performance.now()
  report(
    `a million partitions at depth ${depth}: shape ${ms(shaped - before)}, tree ${ms(built - shaped)}, ` +
      `edit of one ${ms(changedAt - built)}, difference ${ms(compared - changedAt)} (${found} range)`,
  )
}

function ms(time: number): string {
  return `${time.toFixed(time < 1 ? 3 : 1)} ms`
}

function times(peer: number, ours: number): string {
  return `${(peer / ours).toFixed(1)} times as fast`
}
