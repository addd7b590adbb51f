/**
 * The place of the last of `count` things in order that a moment has reached; -1 where it has reached none.
 * `isReached` holds up to some place and nowhere behind it, so each look at the middle halves what's left.
 */
export function lastReached(count: number, isReached: (place: number) => boolean): number {
  let low = -1
  let high = count - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (isReached(middle)) low = middle
    else high = middle - 1
  }
  return low
}
