type Row = { value: string; at: number }

export function merge(ours: Row, theirs: Row): Row {
  const [first, second] = [ours, theirs].sort((one, other) => (one.value < other.value ? -1 : 1))
  const at = Math.max(ours.at, theirs.at)
  return { value: first!.value === second!.value ? first!.value : `${first!.value} + ${second!.value}`, at }
}
