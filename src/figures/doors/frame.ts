import type { ReadonlySignal } from '@preact/signals'
import type { Exchange, Link } from '#figures/link/cost.ts'
import type { DoorState } from './door-rows.tsx'
import type { Door, Game } from './game.ts'
import type { Phase } from './session-state.ts'
import type { Rectangle } from './wall.ts'
import type { WallView } from './wall-picture.tsx'

/** Everything that the figure shows at one moment. */
export interface DoorsFrame {
  readonly id: string
  readonly phase: Phase
  readonly game: Game
  readonly roundTripMs: number
  /** The running clock, in place: "360 ms". Bound, so that its ticking draws nothing else again. */
  readonly clock: ReadonlySignal<string>
  /** The share of the slips that is hashed, 0 to 1. */
  readonly hashed: number
  readonly guess: number | undefined
  readonly rows: readonly (readonly DoorState[])[]
  readonly from: 'left' | 'right' | 'middle' | 'nowhere'
  readonly reachable: Door
  readonly looking: WallView
  readonly closeUp: Rectangle | undefined
  readonly walking: boolean
  readonly link: Link
  readonly tieSeen: boolean
  /** Levels of the tree that races. */
  readonly racedDepth: number
  /** The five ways beside each other; empty until the slip is found. */
  readonly exchanges: readonly Exchange[]
}

/** What the reader can do; a frame drawn at build has none of it. */
export interface DoorsActions {
  readonly onCommit: (prediction: number) => void
  readonly onAsk: (door: Door) => void
  readonly onMove: (event: KeyboardEvent, door: Door) => void
  readonly onUndo: () => void
  readonly onRestart: (another: boolean) => void
  readonly onWalk: () => void
  readonly onLink: (link: Link) => void
  readonly onRacedDepth: (depth: number) => void
}
