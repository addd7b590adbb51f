/** What is wrong at a place of a cell; `from` and `to` are offsets into its text. */
export interface Problem {
  readonly from: number
  readonly to: number
  readonly severity: 'error' | 'warning'
  readonly message: string
  /** TypeScript's number of the problem, which the plain sentences of `problem-text.ts` go by. */
  readonly code: number
}

/** One thing that may be typed here. */
export interface Completion {
  readonly label: string
  /** TypeScript's kind of the thing: function, const, property, method, interface ... */
  readonly kind: string
  readonly sortText: string
}

/** All that may be typed where the cursor is. */
export interface Completions {
  /** Where the word being typed begins. */
  readonly from: number
  readonly options: readonly Completion[]
}

/** A name explained: its type, and the words of its docstring. */
export interface Explained {
  readonly from: number
  readonly to: number
  readonly type: string
  readonly docs: string
}

/** The call that the cursor is in. */
export interface Signature {
  readonly label: string
  /** The parameter under the cursor, as offsets into the label. */
  readonly active: readonly [from: number, to: number] | undefined
  readonly docs: string
  readonly parameterDocs: string
}

/** Where a name comes from: another cell of the lesson, or a file of the engine. */
export type Place =
  | {
      readonly in: 'cell'
      readonly cell: string
      readonly from: number
      readonly to: number
      /** From 1. */
      readonly line: number
    }
  | { readonly in: 'engine'; readonly path: string; readonly name: string }

/** The answer to a `// ^?` comment: the type of what the mark points at. */
export interface Asked {
  /** The offset at the end of the comment. */
  readonly at: number
  readonly type: string
}

/** What can be asked of a cell's types: the parameters of each question, and what it's answered. */
export interface Questions {
  readonly problems: { readonly asks: readonly [cell: string]; readonly answer: readonly Problem[] }
  readonly completions: {
    readonly asks: readonly [cell: string, at: number]
    readonly answer: Completions | undefined
  }
  readonly explainCompletion: {
    readonly asks: readonly [cell: string, at: number, label: string]
    readonly answer: Omit<Explained, 'from' | 'to'> | undefined
  }
  readonly hover: {
    readonly asks: readonly [cell: string, at: number]
    readonly answer: Explained | undefined
  }
  readonly signature: {
    readonly asks: readonly [cell: string, at: number]
    readonly answer: Signature | undefined
  }
  readonly definition: {
    readonly asks: readonly [cell: string, at: number]
    readonly answer: Place | undefined
  }
  readonly asked: { readonly asks: readonly [cell: string]; readonly answer: readonly Asked[] }
}

/** What an editor may ask. */
export type Question = keyof Questions
