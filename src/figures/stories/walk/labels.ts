/** Where a word is written beside its dot: the middle of its line. */
interface Label {
  readonly x: number
  readonly y: number
}

interface Dot {
  readonly x: number
  readonly y: number
  readonly word: string
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/**
 * A place for each word beside its dot, such that no word lies on another or on a dot: above it, below it, on its right or
 * its left, whichever is free first. `dots` in order of their importance: a word for which nothing is free has no place.
 * `size` is the height of the letters, in units of the drawing, which is `width` by `height`.
 */
export function labelsOf(
  dots: readonly Dot[],
  { size, width, height }: { readonly size: number; readonly width: number; readonly height: number },
): ReadonlyMap<string, Label> {
  const taken: Box[] = dots.map(({ x, y }) => ({ left: x - 4, right: x + 4, top: y - 4, bottom: y + 4 }))
  const placed = new Map<string, Label>()
  for (const { x, y, word } of dots) {
    const half = (word.length * size * 0.56) / 2
    const beside = half + 8
    const options = [
      [x, y - size * 0.5 - 5],
      [x, y + size * 0.5 + 5],
      [x + beside, y],
      [x - beside, y],
    ] as const
    for (const [middle, line] of options) {
      const box = {
        left: middle - half,
        right: middle + half,
        top: line - size * 0.5,
        bottom: line + size * 0.5,
      }
      if (box.left < 0 || box.right > width || box.top < 0 || box.bottom > height) continue
      if (taken.some((other) => meet(box, other))) continue
      taken.push(box)
      placed.set(word, { x: middle, y: line + size * 0.35 })
      break
    }
  }
  return placed
}

function meet(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
}
