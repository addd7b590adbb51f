/** Whether the reader wants steps without tweens. False where there is no browser. */
export function wantsStill(): boolean {
  return typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches
}

/** Calls `onHidden` whenever the element leaves the screen; returns what ends the watch. */
export function watchLeaving(element: Element, onHidden: () => void): () => void {
  const observer = new IntersectionObserver((entries) => {
    if (entries.every((entry) => !entry.isIntersecting)) onHidden()
  })
  observer.observe(element)
  return () => observer.disconnect()
}

/** Calls once, when the element has come on the screen; returns what ends the watch. */
export function whenArrived(element: Element, onShown: () => void): () => void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return
      observer.disconnect()
      onShown()
    },
    { rootMargin: '0px 0px -15%' },
  )
  observer.observe(element)
  return () => observer.disconnect()
}

/** Moves a number from `from` to `to` in `durationMs`, frame by frame; at once for readers who want no motion. */
export function tween(
  from: number,
  to: number,
  durationMs: number,
  onValue: (value: number) => void,
): () => void {
  if (wantsStill() || from === to) {
    onValue(to)
    return () => undefined
  }
  const start = performance.now()
  let frame = requestAnimationFrame(function step(now) {
    const share = Math.min(1, Math.max(0, (now - start) / durationMs))
    onValue(from + (to - from) * (1 - (1 - share) ** 3))
    if (share < 1) frame = requestAnimationFrame(step)
  })
  return () => cancelAnimationFrame(frame)
}
