import type { Place, Question, Questions } from '#editor/types/answers.ts'

/** A value that a name had in the last run, and how often it was given one. */
export interface SeenValue {
  /** In words, cut. */
  readonly text: string
  readonly times: number
}

/** What the editor of one cell asks about its text; who answers is no matter of the editor's. */
export interface Language {
  /** The cell's name. */
  readonly cell: string
  /** True once the reader has edited or asked: until then nothing is fetched and no question is put. */
  isAwake(): boolean
  wake(): void
  /** Asks about the cell, its text being this; undefined without an answer, and where no worker answers. */
  ask<Q extends Question>(
    text: string,
    question: Q,
    ...rest: Questions[Q]['asks'] extends readonly [string, ...infer Rest] ? Rest : never
  ): Promise<Questions[Q]['answer'] | undefined>
  /** The value that the name declared at a place had in the last run of this very text. */
  seen(text: string, cell: string, line: number, name: string): SeenValue | undefined
  /** Goes to a place outside of this cell; gives back what to say where that can't be done. */
  open(place: Place): Promise<string | undefined>
  /** Says something to the reader, in the cell's status. */
  say(words: string): void
  /** Tells readers who listen what the others see beside the text. */
  aloud(words: string): void
}
