import { hex } from '#engine/hash/bytes.ts'
import { rangeDifference, type DifferingRange } from '#engine/merkle/range-difference.ts'
import { leaves, rangeTree, rootDigest, type PartitionDigest, type RangeTree } from '#engine/merkle/ranges.ts'
import { halvedShape, singleLeafShape, splitShape } from '#engine/merkle/shape.ts'
import { normalizeRanges, rangeContains } from '#engine/token/range.ts'
import type { Fields } from './fields.ts'
import { pair, type Finding } from './finding.ts'

/** An item of merkle.json: two replicas' trees, and all that is said of them. Kinds only say what is being tried. */
export function judgeTrees(_kind: string, fields: Fields): readonly Finding[] {
  fields.ignore('id', 'note')
  const common = fields.partitions('common')
  const onlyA = fields.partitions('onlyA')
  const onlyB = fields.partitions('onlyB')
  const a = treeOf(fields, 'A', [...common, ...onlyA])
  const b = treeOf(fields, 'B', [...common, ...onlyB])
  const { ranges } = rangeDifference(a, b)
  const swapped = rangeDifference(b, a).ranges
  const differing = differingTokens(onlyA, onlyB)
  const uncovered = differing.filter((token) => !ranges.some((range) => rangeContains(range, token)))

  const expect = fields.object('expect')
  const findings: Finding[] = [
    ...factsOf(expect, 'A', a),
    ...factsOf(expect, 'B', b),
    { what: 'difference', expected: expect.raw('difference'), received: ranges.map(entry) },
    {
      what: 'normalized',
      expected: expect.ranges('normalized').map(pair),
      received: normalizeRanges(ranges).map(pair),
    },
    { what: 'rowsDiffer', expected: expect.truth('rowsDiffer'), received: differing.length > 0 },
    {
      what: 'differingRowsNotCovered',
      expected: expect.number('differingRowsNotCovered'),
      received: uncovered.length,
    },
  ]
  if (expect.has('swapSameOrder')) {
    const received = JSON.stringify(swapped.map(text)) === JSON.stringify(ranges.map(text))
    findings.push({ what: 'swapSameOrder', expected: expect.truth('swapSameOrder'), received })
  }
  expect.close()
  return findings
}

function treeOf(fields: Fields, side: 'A' | 'B', partitions: readonly PartitionDigest[]): RangeTree {
  const range = fields.range('range')
  const limits = { maxSize: fields.number(`maxsize${side}`), hashDepth: fields.number('hashdepth') }
  if (!fields.has(`splits${side}`)) return rangeTree(halvedShape(range, limits), partitions)
  return rangeTree(
    fields.tokens(`splits${side}`).reduce(splitShape, singleLeafShape(range, limits)),
    partitions,
  )
}

function factsOf(expect: Fields, side: 'A' | 'B', tree: RangeTree): readonly Finding[] {
  const { leafCount, reportedSize } = tree.shape
  const listed = leaves(tree)
  const findings: Finding[] = [
    { what: `root${side}`, expected: expect.text(`root${side}`), received: hex(rootDigest(tree)) },
    { what: `leafCount${side}`, expected: expect.number(`leafCount${side}`), received: leafCount },
    { what: `leafCount${side} by counting`, expected: leafCount, received: listed.length },
    { what: `reportedSize${side}`, expected: expect.number(`reportedSize${side}`), received: reportedSize },
  ]
  if (expect.has(`leaves${side}`)) {
    const received = listed.map(({ range, depth }) => entry({ ...range, depth }))
    findings.push({ what: `leaves${side}`, expected: expect.raw(`leaves${side}`), received })
  }
  return findings
}

/** Tokens of the partitions that one side alone has, or has in another version. */
function differingTokens(
  onlyA: readonly PartitionDigest[],
  onlyB: readonly PartitionDigest[],
): readonly bigint[] {
  const versions = (side: readonly PartitionDigest[], token: bigint) =>
    side
      .filter((partition) => partition.token === token)
      .map(({ digest }) => hex(digest))
      .sort()
      .join()
  const tokens = new Set([...onlyA, ...onlyB].map(({ token }) => token))
  return [...tokens].filter((token) => versions(onlyA, token) !== versions(onlyB, token))
}

function entry({ left, right, depth }: Pick<DifferingRange, 'left' | 'right' | 'depth'>) {
  return [left, right, depth] as const
}

function text(range: DifferingRange): string {
  return entry(range).join(' ')
}
