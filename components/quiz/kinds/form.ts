import type { ComponentType } from 'preact'
import type { Reason } from '#learning/quiz/kind.ts'

/** What the form of a kind gets: its data, the answer so far, and after the answer the reasons. */
export interface FormProps<Data = unknown, Answer = unknown> {
  /** Unique in the page: names the fields. */
  readonly id: string
  readonly data: Data
  readonly answer: Answer | undefined
  readonly change: (answer: Answer) => void
  /** Set once the question was answered: the fields are then still. */
  readonly reasons: readonly Reason[] | undefined
}

/** How a kind is answered. `showsReasons`: whether the form itself shows each reason beside its option. */
export interface Form {
  readonly Fields: ComponentType<FormProps>
  readonly showsReasons: boolean
}
