import { remember, type SetNode } from './state.ts'

/**
 * Puts the election off, because there's been a sign of a primary. Each time a new random part of up to 15% is added,
 * so that members which lost their primary together don't run together. (replElectionTimeoutOffsetLimitFraction)
 */
export function postponeElection(node: SetNode): void {
  remember(node, { electionAtMs: node.now() + node.options.electionTimeoutMs + randomOffset(node) })
}

/** 0 to 15% of the election timeout. */
export function randomOffset(node: SetNode): number {
  const { electionTimeoutMs, electionOffset } = node.options
  return Math.floor(node.random() * (electionTimeoutMs * electionOffset + 1))
}
