import { validatorDigest } from '#engine/digest/validator.ts'
import { rangeDifference } from '#engine/merkle/range-difference.ts'
import { rangeTree, type RangeTree } from '#engine/merkle/ranges.ts'
import { shapeOfDepth } from '#engine/merkle/shape.ts'
import { depthWithin } from '#engine/merkle/depth.ts'
import { rangeContains, type TokenRange } from '#engine/token/range.ts'
import { tokenOf, type Token } from '#engine/token/token.ts'
import { Fields } from './fields.ts'
import type { Finding } from './finding.ts'

const count = 100_000
const replicas = 3
const third = 2n ** 64n / 3n
const seats = [0n, 1n, 2n].map((place) => -(2n ** 63n) + 1n + place * third + (place === 2n ? 1n : 0n))
const ranges: readonly TokenRange[] = seats.map((right, index) => ({ left: seats.at(index - 1)!, right }))

interface Row {
  readonly token: Token
  readonly digest: Uint8Array
  readonly id: number
}

/** The rows by range; the key of a row is its id as an int's four bytes. */
let known: readonly (readonly Row[])[] | undefined

function rowsByRange(): readonly (readonly Row[])[] {
  if (known !== undefined) return known
  const rows = Array.from({ length: count }, (_, id): Row => {
    const bytes = new Uint8Array(4)
    new DataView(bytes.buffer).setInt32(0, id)
    return { token: tokenOf(bytes), digest: validatorDigest(String(id)), id }
  })
  return (known = ranges.map((range) => rows.filter(({ token }) => rangeContains(range, token))))
}

const made = new Map<string, readonly RangeTree[]>()

/** The trees of a replica that lacks these rows. */
function treesOf(missing: readonly number[], cap: number, memoryMiB: number): readonly RangeTree[] {
  const lacking = new Set(missing)
  const held = rowsByRange().map((rows) => rows.filter(({ id }) => !lacking.has(id)))
  const partitions = held.reduce((sum, { length }) => sum + length, 0)
  const depths = held.map(({ length }) => depthWithin(length, cap, { memoryMiB, replicas, partitions }))
  const name = `${missing.length} ${depths.join(' ')}`
  const trees =
    made.get(name) ?? held.map((rows, index) => rangeTree(shapeOfDepth(ranges[index]!, depths[index]!), rows))
  made.set(name, trees)
  return trees
}

/** What a full repair of three replicas finds and streams when B lacks some rows. */
export function judgeRepair(kind: string, fields: Fields): readonly Finding[] {
  if (kind !== 'tree depth cap' && kind !== 'tree memory')
    throw new Error(`unknown kind of repair.json: ${kind}`)
  const missing = fields.list('missing') as readonly number[]
  const [cap, memory] = [fields.number('cap'), fields.number('memory_mib')]
  const found = treesOf([], cap, memory).flatMap(
    (full, index) => rangeDifference(full, treesOf(missing, cap, memory)[index]!).ranges,
  )
  const there = found.reduce((sum, { partitionsA }) => sum + partitionsA, 0)
  const back = found.reduce((sum, { partitionsB }) => sum + partitionsB, 0)
  const outOfSync = new Fields(fields.raw('out_of_sync'), 'out_of_sync.')
  const rowsTo = new Fields(fields.raw('rows_to'), 'rows_to.')
  const fact = (of: Fields, name: string, received: number): Finding => ({ what: name, expected: of.number(name), received }) // prettier-ignore
  return [
    fact(outOfSync, 'AB', found.length),
    fact(outOfSync, 'BC', found.length),
    fact(outOfSync, 'AC', 0),
    fact(rowsTo, 'A', back),
    fact(rowsTo, 'B', 2 * there),
    fact(rowsTo, 'C', back),
  ]
}
