type Row = { value: string; at: number }

export function merge(ours: Row, theirs: Row): Row {
  return ours.value > theirs.value ? ours : theirs
}
