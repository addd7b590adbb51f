/** A row and when it was written. Without a value it's a tombstone: it was deleted then. */
export type Row = { value?: string; at: number }

/** What takes the row's place when it's deleted; undefined for nothing at all. */
export function remove(_row: Row | undefined, now: number): Row | undefined {
  return { at: now }
}

/** A node's own row, and the one that arrived. */
export function merge(ours: Row, theirs: Row): Row {
  return theirs.at > ours.at ? theirs : ours
}

/** Whether a node keeps the row for now. It's asked every second. */
export function keep(_row: Row, _now: number): boolean {
  return true
}
