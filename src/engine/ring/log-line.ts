import type { Json, Ms, NodeId } from '../core/types.ts'

/** One line as a node of Cassandra 5.0 writes it into its log. */
export interface LogLine {
  readonly at: Ms
  /** The node whose log it stands in. */
  readonly node: NodeId
  /** The class that says it. */
  readonly component: string
  readonly text: string
}

/** A line without its place: what a teller of one part makes. */
export type Said = Pick<LogLine, 'component' | 'text'>

/** A node as Cassandra prints its address. */
export function address(node: Json): string {
  return `/${String(node)}:7000`
}
