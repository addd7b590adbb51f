import fc from 'fast-check'
import { validatorDigest } from '#engine/digest/validator.ts'
import { hex } from '#engine/hash/bytes.ts'
import type { PartitionDigest } from '#engine/merkle/ranges.ts'
import { wholeRing, type TokenRange } from '#engine/token/range.ts'
import { highestToken, lowestToken } from '#engine/token/token.ts'

export const tokens = fc.oneof(
  fc.bigInt({ min: lowestToken, max: highestToken }),
  fc.bigInt({ min: -20n, max: 20n }),
  fc.constantFrom(lowestToken, highestToken, highestToken - 1n),
)

/** Whole rings, parts of it that wrap and that do not, and ranges of a few tokens. */
export const ranges: fc.Arbitrary<TokenRange> = fc.oneof(
  fc.constant(wholeRing),
  fc.record({ left: tokens, right: tokens }),
  fc.record({ left: fc.bigInt({ min: -20n, max: 0n }), right: fc.bigInt({ min: 1n, max: 20n }) }),
)

/** The digest of one version of the partition at a token: two versions, or two tokens, never share one. */
export function digestOf(token: bigint, version: number): Uint8Array {
  return validatorDigest(`${token} version ${version}`)
}

/** What two replicas hold: at each token a version on either side, 0 for none. */
export interface Replicas {
  readonly range: TokenRange
  readonly rows: readonly { readonly token: bigint; readonly a: number; readonly b: number }[]
}

/** Tokens of a range, made by counting from its left end, so that none has to be thrown away. */
function tokensIn(range: TokenRange): fc.Arbitrary<bigint> {
  const size = BigInt.asUintN(64, range.right - range.left) || 2n ** 64n
  return fc
    .oneof(fc.bigInt({ min: 0n, max: size - 1n }), fc.bigInt({ min: 0n, max: size < 20n ? size - 1n : 19n }))
    .map((place) => BigInt.asIntN(64, range.left + 1n + place))
}

// Mostly the same on both sides: trees that differ everywhere are the easy case.
const versions = fc.constantFrom(
  ...[
    { a: 1, b: 1 },
    { a: 1, b: 1 },
    { a: 2, b: 2 },
    { a: 1, b: 2 },
    { a: 1, b: 0 },
    { a: 0, b: 1 },
  ],
)

export const replicas: fc.Arbitrary<Replicas> = ranges.chain((range) =>
  fc.array(fc.tuple(tokensIn(range), versions), { maxLength: 40 }).map((drawn) => ({
    range,
    rows: [...new Map(drawn)].map(([token, version]) => ({ token, ...version })),
  })),
)

export function side({ rows }: Replicas, name: 'a' | 'b'): readonly PartitionDigest[] {
  return rows.flatMap((row) =>
    row[name] === 0 ? [] : [{ token: row.token, digest: digestOf(row.token, row[name]) }],
  )
}

/** What digests of 32 bytes come to when all are put together bit by bit, in hexadecimal. */
export const xor = (digests: readonly Uint8Array[]) =>
  hex(
    digests.reduce(
      (sum, digest) => sum.map((byte, index) => byte ^ (digest[index] ?? 0)),
      new Uint8Array(32),
    ),
  )
