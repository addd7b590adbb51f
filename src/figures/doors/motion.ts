import { computed, signal } from '@preact/signals'
import { grouped } from '#figures/quantity.ts'
import { tween } from '#figures/motion.ts'
import { between, type Rectangle, wallView, wallSize } from './wall.ts'

/** What moves for a while by itself: the clock, and the part of the wall that is looked at. */
export function openMotion(depth: number) {
  const clockMs = signal(0)
  const viewNow = signal<Rectangle>(wallView(0, 0, depth))
  let stopClock = () => {}
  let stopView = () => {}
  return {
    clock: computed(() => `${grouped(Math.round(clockMs.value))} ms`),
    looking: {
      box: computed(() => {
        const { x, y, width, height } = viewNow.value
        return `${x} ${y} ${width} ${height}`
      }),
      frame: computed(() => frameOn(viewNow.value, depth)),
    },
    runClockTo(ms: number): void {
      stopClock()
      stopClock = tween(clockMs.value, ms, 320, (now) => (clockMs.value = now))
    },
    lookAt(end: Rectangle, lastsMs: number): void {
      const start = viewNow.value
      stopView()
      if (start.width === end.width && start.x === end.x && start.y === end.y) return
      stopView = tween(0, 1, lastsMs, (share) => (viewNow.value = between(start, end, share)))
    },
  }
}

/** The outline of a view on the map of the wall; never too small to be seen. */
function frameOn(view: Rectangle, depth: number): string {
  const width = Math.max(view.width, wallSize(depth).width / 24)
  const height = Math.max(view.height, wallSize(depth).width / 48)
  const x = view.x + (view.width - width) / 2
  const y = view.y + (view.height - height) / 2
  return `M${x} ${y}h${width}v${height}h${-width}z`
}
