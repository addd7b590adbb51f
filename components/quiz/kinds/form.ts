import type { ComponentType } from 'preact'
import type { Reason } from '#learning/quiz/kind.ts'
import type { CellBench, ShownQuestion } from '../shown.ts'

/** What the form of a kind gets: its data, the answer so far, and after the answer the reasons. */
export interface FormProps<Data = unknown, Answer = unknown> {
  /** Unique in the page: names the fields. */
  readonly id: string
  readonly data: Data
  readonly answer: Answer | undefined
  readonly change: (answer: Answer) => void
  /** Set once the question was answered: the fields are then still. */
  readonly reasons: readonly Reason[] | undefined
  /** The cell that is to be changed, for a kind that is answered by code. */
  readonly bench?: CellBench | undefined
}

/** How a kind is answered. `showsReasons`: whether the form itself shows each reason beside its option. */
export interface Form {
  readonly Fields: ComponentType<FormProps>
  readonly showsReasons: boolean
  /** Gives the answer that is graded, where it takes more than what the fields say: a run of the checks. */
  readonly settle?: ((question: ShownQuestion) => Promise<unknown>) | undefined
}
