import type { RunOutline } from '#outline/types.ts'
import type { Axis } from './axis.ts'
import type { Lane } from './lanes.ts'

/** What the space-time diagram shows, and how much of it. */
export interface DiagramProps {
  /** Unique on the page. */
  readonly id: string
  readonly outline: RunOutline
  readonly axis: Axis
  readonly lanes: readonly Lane[]
  readonly at: number
  /** Where the playhead stands, in pixels; the moment of `at` when left out. */
  readonly head?: number | undefined
  /** The event after which everything is withheld. */
  readonly cover: number | undefined
  /** How wide the drawing is at least. */
  readonly room: number
  readonly lit: ReadonlySet<number>
  /** Where the drawing may end: what nobody can scroll shows the playhead near its end. */
  readonly end?: number | undefined
  /** What is drawn, in pixels from the left. */
  readonly from: number
  readonly to: number
  readonly onPickMessage?: ((key: string) => void) | undefined
  readonly onPickMoment?: ((index: number) => void) | undefined
  readonly picked?: string | undefined
}
