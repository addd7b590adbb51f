/** What a node holds for table 3: the order, and when it was written. */
export type Row = { value: string; at: number }

/** Both nodes call this with their own row and the one that arrived. */
export function merge(ours: Row, theirs: Row): Row {
  return theirs.at >= ours.at ? theirs : ours
}
