/** What the memory for trees (repair_session_space) allows, as recorded on the real cluster. */
export interface MemoryStep {
  readonly mebibytes: number
  readonly depth: number
}

/** What keeps the trees from being as deep as asked: nothing, the memory for trees, or the number of partitions. */
export type Stop = 'nothing' | 'memory' | 'partitions'

/** The depth that the trees get when the reader asks for one, and what stopped them. */
export function depthGot(
  asked: number,
  byMemory: number,
  byPartitions: number,
): { readonly depth: number; readonly stop: Stop } {
  const depth = Math.min(asked, byMemory, byPartitions)
  if (depth === asked) return { depth, stop: 'nothing' }
  return { depth, stop: byMemory < byPartitions ? 'memory' : 'partitions' }
}

/** The least recorded memory at which the trees were so deep; undefined where none was recorded. */
export function memoryFor(depth: number, steps: readonly MemoryStep[]): number | undefined {
  const enough = steps.filter((step) => step.depth >= depth).map(({ mebibytes }) => mebibytes)
  return enough.length === 0 ? undefined : Math.min(...enough)
}

/** The depth that so much memory gives, from the steps that were recorded. */
export function depthOfMemory(mebibytes: number, steps: readonly MemoryStep[]): number {
  return Math.max(...steps.filter((step) => step.mebibytes <= mebibytes).map(({ depth }) => depth))
}
