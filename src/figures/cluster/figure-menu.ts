import type { ComponentType } from 'preact'
import type { RunOutline } from '#outline/types.ts'
import type { Pressed } from './pressed.ts'

/** A node or a message of a drawn run that the reader has pressed, and where. */
export interface Asked {
  readonly kind: 'node' | 'message'
  /** The node's name; the message's key. */
  readonly id: string
  readonly pressed: Pressed
}

/** What the menu is about, and the run that it changes. */
export interface FigureMenuProps {
  /** Undefined once the menu is closed: what it has told stays. */
  readonly asked: Asked | undefined
  readonly outline: RunOutline
  /** The event after which the run is shown, and the last one that may be. */
  readonly at: number
  readonly until: number
  /** What the run was made from, where the reader may go on with it in the playground. */
  readonly plan: unknown
  readonly onSeek: (index: number) => void
  /** Opens a message and tells what it carries. */
  readonly onOpen: (key: string) => void
  readonly onClose: () => void
}

/** What a figure has for a press on a node or a message: it's fetched by the first one. */
export type LoadMenu = () => Promise<ComponentType<FigureMenuProps>>
