import { shapePath } from './lanes.ts'

/**
 * Moves the playhead by `distance` pixels, frame by frame, and lets the messages that are on their way grow with it. It
 * touches only what it moves; what is drawn next puts everything in its place. Returns what ends it.
 */
export function sweep(figure: Element, distance: number, durationMs: number, onDone: () => void): () => void {
  const head = figure.querySelector('.cluster-head')
  const start = Number(/M([\d.]+)/.exec(head?.querySelector('path')?.getAttribute('d') ?? '')?.[1] ?? 0)
  const flying = [...figure.querySelectorAll<SVGGElement>('.is-flying')].map(flightOf)
  const scroller = figure.querySelector<HTMLElement>('.cluster-scroll')
  const begun = performance.now()
  let frame = requestAnimationFrame(function move(now) {
    const share = Math.min(1, (now - begun) / durationMs)
    const x = start + distance * share
    head?.setAttribute('transform', `translate(${distance * share} 0)`)
    for (const flight of flying) flight(x)
    if (scroller && head) keepInView(scroller, head)
    if (share < 1) frame = requestAnimationFrame(move)
    else end()
  })
  function end() {
    head?.removeAttribute('transform')
    onDone()
  }
  return () => {
    cancelAnimationFrame(frame)
    head?.removeAttribute('transform')
  }
}

/** Draws one message as far as it has come when the playhead is at x. */
function flightOf(group: SVGGElement): (x: number) => void {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = (group.dataset['path'] ?? '').split(' ').map(Number)
  const line = group.querySelector('.cluster-flight')
  const tip = group.querySelector('.cluster-tip')
  return (x) => {
    const share = Math.min(1, Math.max(0, (x - x1) / Math.max(1, x2 - x1)))
    const [tipX, tipY] = [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share]
    line?.setAttribute('d', `M${x1} ${y1}L${tipX} ${tipY}`)
    tip?.setAttribute('d', shapePath('circle', tipX, tipY, 4.5))
  }
}

function keepInView(scroller: HTMLElement, head: Element): void {
  const view = scroller.getBoundingClientRect()
  const beyond = head.getBoundingClientRect().left - (view.left + view.width * 0.72)
  if (beyond > 0) scroller.scrollLeft += beyond
}
