/**
 * The known name that a learner who typed `name` may have meant: at most a third of its letters away, counting a letter left
 * out, added, changed or swapped with the next as one. Undefined when none is so near.
 */
export function closest(name: string, known: readonly string[]): string | undefined {
  const typed = name.toLowerCase()
  let best: string | undefined
  let least = Math.max(1, Math.floor(name.length / 3)) + 1
  for (const candidate of known) {
    const away = distance(typed, candidate.toLowerCase())
    if (away < least) [best, least] = [candidate, away]
  }
  return best
}

/** Edit distance with swaps of neighbours, row by row. */
function distance(one: string, other: string): number {
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let row = 1; row <= one.length; row++) {
    const next = [row]
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1]
      let least = Math.min(last[column]! + 1, next[column - 1]! + 1, last[column - 1]! + (isSame ? 0 : 1))
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        least = Math.min(least, before[column - 2]! + 1)
      next.push(least)
    }
    ;[before, last] = [last, next]
  }
  return last[other.length]!
}
