/** One need, the choice for it, and when the choice is another. */
export interface PickerJob {
  readonly id: string
  readonly job: string
  readonly choice: string
  readonly reason: string
  readonly exception: string
  /** The run that shows it: a section of the lesson, and what to do there. */
  readonly seen?: { readonly section: string; readonly words: string } | undefined
  /** The sources behind it, as they're listed on the page. */
  readonly sources?: readonly { readonly title: string; readonly href: string }[] | undefined
}

/** The jobs that a store is picked for. */
export interface JobPickerData {
  readonly id: string
  readonly question: string
  readonly jobs: readonly PickerJob[]
}
