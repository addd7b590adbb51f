import { remember, type SetNode } from './state.ts'

/**
 * The election is put off: a primary was heard of. Each time a new random part is added, up to 15 %, so that members
 * who lost their primary together do not run together. (replElectionTimeoutOffsetLimitFraction)
 */
export function postponeElection(node: SetNode): void {
  remember(node, { electionAtMs: node.now() + node.options.electionTimeoutMs + randomOffset(node) })
}

/** 0 to 15 % of the election timeout. */
export function randomOffset(node: SetNode): number {
  const { electionTimeoutMs, electionOffset } = node.options
  return Math.floor(node.random() * (electionTimeoutMs * electionOffset + 1))
}
