import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import { usualRoom } from './axis.ts'
import { drawnFor, followHead, viewOf } from './scroll.ts'

interface View {
  /** How wide the drawing can be seen at once. */
  readonly room: number
  /** What is to be drawn; undefined until somebody has looked. */
  readonly view: readonly [number, number] | undefined
}

/** Keeps the playhead of a figure in sight as `at` moves, and says what is in sight: only that needs drawing. */
export function useView(root: RefObject<HTMLElement>, at: number): View {
  const [room, setRoom] = useState(usualRoom)
  const [view, setView] = useState<readonly [number, number]>()
  useEffect(() => {
    const scroller = root.current?.querySelector('.cluster-scroll')
    if (!scroller) return undefined
    followHead(root.current!)
    const look = () => setView((drawn) => drawnFor(viewOf(scroller), drawn))
    const observer = new ResizeObserver(() => {
      // A few pixels are no reason to draw everything elsewhere.
      setRoom((known) => (Math.abs(scroller.clientWidth - known) < 4 ? known : scroller.clientWidth))
      look()
    })
    observer.observe(scroller)
    scroller.addEventListener('scroll', look, { passive: true })
    return () => {
      observer.disconnect()
      scroller.removeEventListener('scroll', look)
    }
  }, [])
  useLayoutEffect(() => {
    if (root.current === null || view === undefined) return
    followHead(root.current)
    const scroller = root.current.querySelector('.cluster-scroll')
    if (scroller) setView((drawn) => drawnFor(viewOf(scroller), drawn))
  }, [at, room, view === undefined])
  return { room, view }
}
