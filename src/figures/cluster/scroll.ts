// The drawing is wider than the screen: it scrolls inside its own frame, and only what can be seen is drawn.

/** Brings the playhead into view inside its own scroller; the page itself never moves. */
export function followHead(figure: Element): void {
  const scroller = figure.querySelector<HTMLElement>('.cluster-scroll')
  const head = scroller?.querySelector('.cluster-head path')
  if (!scroller || !head) return
  const view = scroller.getBoundingClientRect()
  const place = head.getBoundingClientRect().left - view.left
  const margin = Math.min(100, view.width / 4)
  if (place < margin) scroller.scrollLeft += place - view.width * 0.4
  else if (place > view.width - margin) scroller.scrollLeft += place - view.width * 0.65
}

/**
 * How many pixels one unit of the drawing is wide: 1 where the reader has left the size of the letters as it was. The
 * drawing grows with them, as all other text does.
 */
export function unitPixels(): number {
  return parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1
}

/** What part of the drawing is in view, in units from its left end. */
export function scrolledView(scroller: Element): readonly [from: number, to: number] {
  const view = scroller.getBoundingClientRect()
  const left = scroller.firstElementChild?.getBoundingClientRect().left ?? view.left
  const unit = unitPixels()
  return [(view.left - left) / unit, (view.left - left + view.width) / unit]
}

/** So much is drawn beyond what is in view, so that a flick of the finger doesn't outrun it. */
export const spare = 320

/** What will be in view, and so is to be drawn, once the playhead that is at x has been brought into view. */
export function drawnAround(x: number, room: number): readonly [number, number] {
  return [x - room * 0.65 - spare, x + room * 0.6 + spare]
}

/** What is to be drawn: what was drawn already, unless the view comes near its ends. */
export function drawnFor(
  [from, to]: readonly [number, number],
  drawn: readonly [number, number] | undefined,
): readonly [number, number] {
  if (drawn !== undefined && drawn[0] < from - spare / 3 && drawn[1] > to + spare / 3) return drawn
  return [from - spare, to + spare]
}
