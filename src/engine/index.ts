export * from './checks/index.ts'
export * from './search/index.ts'
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
export type * from './core/types.ts'
export { run } from './core/run.ts'
export { viewHash } from './core/view.ts'
export { cell, type CellOptions } from './core/cell.ts'
export { register, scenarioOf } from './core/registry.ts'
export { Table } from './core/table.ts'
export { plan, PlanBuilder, type Asking, type PlanOptions, type Writing } from './core/plan/build.ts'
export { limits, parsePlan, problemsOf } from './core/plan/parse.ts'
export { PlanError, type Problem } from './core/plan/shape.ts'
export { weather, type WeatherOptions } from './core/weather.ts'
export {
  depthFor,
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
} from './merkle/outline.ts'
export { ring } from './ring/ring.ts'
export { levels, majority, type Level } from './ring/levels.ts'
export type { RingOptions, RingSettings } from './ring/options.ts'
export type { Partition } from './ring/partition.ts'
export { replicasOf, ringOf, firstMembers, type Ring } from './ring/placement.ts'
