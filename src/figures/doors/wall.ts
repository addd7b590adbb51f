import type { Span } from './game.ts'

/** A rectangle of the wall, in doors. */
export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** How many doors wide and high the wall of a tree of this depth is: 256 by 128 at depth 15. */
export function wallSize(depth: number): { readonly width: number; readonly height: number } {
  return { width: 2 ** Math.ceil(depth / 2), height: 2 ** Math.floor(depth / 2) }
}

/**
 * Where the slips behind one node hang. The wall is cut left and right, then top and bottom, in turns, so that every
 * node of the tree is one rectangle and its children are its halves.
 */
export function rectangleOf(level: number, index: number, depth: number): Rectangle {
  let { width, height } = wallSize(depth)
  let x = 0
  let y = 0
  for (let cut = 0; cut < level; cut++) {
    const second = (index >> (level - 1 - cut)) & 1
    if (cut % 2 === 0) {
      width /= 2
      x += second * width
    } else {
      height /= 2
      y += second * height
    }
  }
  return { x, y, width, height }
}

/** The fewest node rectangles that make up a span of slips. */
export function rectanglesOf(span: Span, depth: number): readonly Rectangle[] {
  const rectangles: Rectangle[] = []
  let from = span.from
  while (from < span.to) {
    let size = 1
    while (from % (size * 2) === 0 && from + size * 2 <= span.to) size *= 2
    const level = depth - Math.log2(size)
    rectangles.push(rectangleOf(level, from / size, depth))
    from += size
  }
  return rectangles
}

/** The part of the wall to look at so that this node fills it: twice as wide as high, a little more than the node. */
export function wallView(level: number, index: number, depth: number): Rectangle {
  const wall = wallSize(depth)
  const at = rectangleOf(level, index, depth)
  const aspect = wall.width / wall.height
  const width = Math.min(wall.width, Math.max(at.width, at.height * aspect) * 1.25)
  const height = width / aspect
  const inside = (centre: number, size: number, all: number) =>
    Math.min(all - size, Math.max(0, centre - size / 2))
  return {
    x: inside(at.x + at.width / 2, width, wall.width),
    y: inside(at.y + at.height / 2, height, wall.height),
    width,
    height,
  }
}

/** A view `share` of the way from one to another; sizes shrink by factors, so that going in looks even. */
export function between(from: Rectangle, to: Rectangle, share: number): Rectangle {
  if (share >= 1) return to
  const width = from.width * (to.width / from.width) ** share
  const zoom = from.width === to.width ? share : (from.width - width) / (from.width - to.width)
  const mix = (a: number, b: number) => a + (b - a) * zoom
  return {
    x: mix(from.x, to.x),
    y: mix(from.y, to.y),
    width: mix(from.width, to.width),
    height: mix(from.height, to.height),
  }
}

/** The slip that hangs at this place of the wall: the cuts of {@link rectangleOf}, taken back. */
export function slipAt(x: number, y: number, depth: number): number {
  let { width, height } = wallSize(depth)
  let slip = 0
  for (let cut = 0; cut < depth; cut++) {
    const across = cut % 2 === 0
    const half = across ? (width /= 2) : (height /= 2)
    const second = (across ? x : y) >= half
    if (second && across) x -= half
    if (second && !across) y -= half
    slip = slip * 2 + (second ? 1 : 0)
  }
  return slip
}

/** The slips of a view, row by row. */
export function slipsIn(view: Rectangle, depth: number): readonly number[] {
  const slips: number[] = []
  const wall = wallSize(depth)
  for (let y = Math.floor(view.y); y < Math.min(wall.height, view.y + view.height); y++) {
    for (let x = Math.floor(view.x); x < Math.min(wall.width, view.x + view.width); x++) {
      slips.push(slipAt(x, y, depth))
    }
  }
  return slips
}
