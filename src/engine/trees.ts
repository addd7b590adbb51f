/** Hashes, tokens, cells of a table, and both Merkle trees: the part of the engine that needs no run. */
export { bytesFromHex, bytesOf, hex, shortHex, type TextOrBytes } from './hash/bytes.ts'
export { flippedBits, sha1, sha256 } from './hash/hash.ts'
export {
  growTextbookTree,
  textbookTree,
  withRow,
  type Growth,
  type TextbookNode,
  type TextbookTree,
} from './merkle/textbook.ts'
export {
  descend,
  difference,
  whyNotComparable,
  type DescentStep,
  type TextbookDifference,
} from './merkle/descent.ts'
export { murmur3, murmur3Bytes, type Murmur3, type Tail } from './token/murmur3.ts'
export { highestToken, lowestToken, tokenOf, type Token } from './token/token.ts'
export {
  equalRanges,
  halves,
  midpoint,
  normalizeRanges,
  rangeContains,
  wholeRing,
  wraps,
  type TokenRange,
} from './token/range.ts'
export { validatorDigest } from './digest/validator.ts'
export { cellKind, isDeletedBy, isLive, type Cell, type CellKind } from './cell/cell.ts'
export { explainReconcile, reconcile, type ReconcileRule, type Reconciliation } from './cell/reconcile.ts'
export {
  halvedShape,
  leafOf,
  leavesOf,
  shapeOfDepth,
  singleLeafShape,
  splitShape,
  type RangeShape,
  type ShapeLeaf,
  type ShapeLimits,
} from './merkle/shape.ts'
export { depthFor } from './merkle/depth.ts'
export {
  digestAt,
  leaves,
  rangeTree,
  rootDigest,
  withPartitions,
  type PartitionChange,
  type PartitionColumns,
  type PartitionDigest,
  type RangeTree,
} from './merkle/ranges.ts'
export {
  rangeDifference,
  type DifferingRange,
  type RangeComparison,
  type RangeDifference,
} from './merkle/range-difference.ts'
export { cancellingDigests } from './merkle/cancelling.ts'
export {
  drawnLeavesLimit,
  outline,
  type OutlineNode,
  type OutlineState,
  type TreeOutline,
} from './merkle/tree-outline.ts'
