type Row = { value: string; at: number }

export function merge(ours: Row): Row {
  return ours
}
