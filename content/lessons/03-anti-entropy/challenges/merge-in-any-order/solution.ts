/** What a node holds for table 3: the order, and when it was written. */
export type Row = { value: string; at: number }

/** Both nodes call this with their own row and the one that arrived. */
export function merge(ours: Row, theirs: Row): Row {
  if (ours.at !== theirs.at) return ours.at > theirs.at ? ours : theirs
  // Equal times: the text decides, and it decides the same on both nodes.
  return ours.value > theirs.value ? ours : theirs
}
