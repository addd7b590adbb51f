/** Brings the playhead of a figure into view inside its own scroller; the page itself never moves. */
export function followHead(figure: Element): void {
  const scroller = figure.querySelector<HTMLElement>('.cluster-scroll')
  const head = scroller?.querySelector('.cluster-head path')
  if (!scroller || !head) return
  const view = scroller.getBoundingClientRect()
  const place = head.getBoundingClientRect().left - view.left
  const margin = Math.min(90, view.width / 4)
  if (place < margin || place > view.width - margin) scroller.scrollLeft += place - view.width * 0.7
}
