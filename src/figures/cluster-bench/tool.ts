import type { Edit } from '#engine'
import type { PlayedRun } from './run-service.ts'
import type { Branch } from './session.ts'

/** What a reader does something to, or with. */
export type Tool = 'ask' | 'node' | 'link' | 'message'

/** What the reader has in hand: a click in the picture changes it, and so do the buttons here. */
export interface Held {
  readonly tool: Tool
  readonly node: string | undefined
  /** The key of the message that is open. */
  readonly message: string | undefined
}

/** The run that's shown, and the tool in hand. */
export interface ToolboxProps {
  readonly branch: Branch<PlayedRun>
  readonly held: Held
  readonly onHold: (held: Held) => void
  readonly onSeek: (index: number) => void
  /** Changes the run after event `at`; after the one that is shown when it's left out. */
  readonly onEdit: (edit: Edit, waitMs: number, at?: number) => void
}

/** The same for one tool, which waits `waitMs` and then acts. */
export interface ToolProps extends ToolboxProps {
  readonly waitMs: number
  readonly act: (edit: Edit) => void
}
