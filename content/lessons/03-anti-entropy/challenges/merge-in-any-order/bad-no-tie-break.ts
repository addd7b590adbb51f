type Row = { value: string; at: number }

export function merge(ours: Row, theirs: Row): Row {
  return ours.at >= theirs.at ? ours : theirs
}
