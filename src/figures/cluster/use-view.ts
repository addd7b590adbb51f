import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { RunOutline } from '#outline/types.ts'
import { axisOf, usualRoom } from './axis.ts'
import { stepAt } from './frame.ts'
import { drawnAround, drawnFor, followHead, unitPixels, scrolledView } from './scroll.ts'

interface View {
  /** How wide the drawing can be seen at once, in its own units. */
  readonly room: number
  /** What is to be drawn; undefined until a reader has looked. */
  readonly view: readonly [number, number] | undefined
}

/** Keeps the playhead of a figure in sight as `at` moves, and says what is in sight: only that needs drawing. */
export function useView(root: RefObject<HTMLElement>, outline: RunOutline, at: number): View {
  const [room, setRoom] = useState(usualRoom)
  const drawn = useRef<readonly [number, number]>()
  const [, redraw] = useState(0)
  const head = axisOf(outline, room).x(outline.steps[stepAt(outline, at)]?.at ?? 0)
  // A jump is drawn where it lands, once: not first where it began.
  if (drawn.current !== undefined && (head < drawn.current[0] || head > drawn.current[1]))
    drawn.current = drawnAround(head, room)

  function look(scroller: Element): void {
    const next = drawnFor(scrolledView(scroller), drawn.current)
    if (next === drawn.current) return
    drawn.current = next
    redraw((count) => count + 1)
  }

  useEffect(() => {
    const scroller = root.current?.querySelector('.cluster-scroll')
    if (!scroller) return undefined
    followHead(root.current!)
    const onScroll = () => look(scroller)
    const observer = new ResizeObserver(() => {
      // A few pixels are no reason to draw everything elsewhere.
      const now = scroller.clientWidth / unitPixels()
      setRoom((known) => (Math.abs(now - known) < 4 ? known : now))
      look(scroller)
    })
    // What is printed is all of it.
    const onPrint = () => {
      drawn.current = [-Infinity, Infinity]
      redraw((count) => count + 1)
    }
    observer.observe(scroller)
    addEventListener('beforeprint', onPrint)
    scroller.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      observer.disconnect()
      scroller.removeEventListener('scroll', onScroll)
      removeEventListener('beforeprint', onPrint)
    }
  }, [])
  useLayoutEffect(() => {
    if (root.current === null || drawn.current === undefined) return
    followHead(root.current)
    const scroller = root.current.querySelector('.cluster-scroll')
    if (scroller) look(scroller)
  }, [at, outline, room, drawn.current === undefined])
  return { room, view: drawn.current }
}
