import type { Ms } from '#engine/core/types.ts'
import type { Rule } from './rules.ts'

/** Everything that the figure shows at one moment. */
export interface WorldsFrame {
  readonly id: string
  /** The rule that the reader gave A; undefined: not yet, and B and C stay covered. */
  readonly given: string | undefined
  /** The rule that is looked at. */
  readonly rule: Rule | undefined
  readonly sleep: Ms
  readonly lifting: boolean
}

/** What the reader can do; a frame drawn at build has none of it. */
export interface WorldsActions {
  readonly onCommit: (rule: string) => void
  readonly onTry: (rule: string) => void
  readonly onSleep: (sleep: Ms) => void
  readonly onAgain: () => void
}
