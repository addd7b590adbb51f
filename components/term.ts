/** Pixels of scrolling after which an open meaning no longer belongs to what is on the screen. */
const away = 48

let openedAt = 0

// A popover's own events don't bubble: they're heard on their way down.
document.addEventListener(
  'toggle',
  ({ target }) => {
    if (target instanceof HTMLElement && target.matches('.meaning:popover-open')) openedAt = scrollY
  },
  { capture: true },
)

document.addEventListener(
  'scroll',
  () => {
    if (Math.abs(scrollY - openedAt) < away) return
    document.querySelector<HTMLElement>('.meaning:popover-open')?.hidePopover()
  },
  { passive: true },
)
