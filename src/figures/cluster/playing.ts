import type { RefObject } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { wantsStill, watchLeaving } from '#figures/motion.ts'
import { sweep } from './sweep.ts'

/** Whether a figure plays by itself, and what changes that. */
export interface Playing {
  readonly isOn: boolean
  readonly toggle: () => void
  readonly stop: () => void
}

interface Film {
  readonly place: number
  readonly last: number
  /** Where the playhead stands at a step. */
  readonly x: (place: number) => number
  readonly go: (place: number) => void
}

const pixelsPerMs = 0.1
const shortestMs = 180
const longestMs = 1000
/** How long a step at the same moment is looked at. */
const dwellMs = 420

/**
 * Plays step after step: the playhead moves from one to the next. It begins again from the end, ends at the end, and stops
 * when the figure leaves the screen.
 */
export function usePlaying(root: RefObject<HTMLElement>, { place, last, x, go }: Film): Playing {
  const [isOn, setOn] = useState(false)
  useEffect(() => {
    if (!isOn || root.current === null) return undefined
    if (place >= last) {
      setOn(false)
      return undefined
    }
    const distance = x(place + 1) - x(place)
    const next = () => go(place + 1)
    if (wantsStill() || distance === 0) {
      const timer = setTimeout(next, dwellMs)
      return () => clearTimeout(timer)
    }
    const duration = Math.min(longestMs, Math.max(shortestMs, distance / pixelsPerMs))
    return sweep(root.current, distance, duration, next)
  }, [isOn, place, last])
  useEffect(() => (root.current ? watchLeaving(root.current, () => setOn(false)) : undefined), [])
  return {
    isOn,
    stop: () => setOn(false),
    toggle: () => {
      if (!isOn && place >= last) go(-1)
      setOn(!isOn)
    },
  }
}
