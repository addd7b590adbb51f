import type { Json } from './plan.ts'
import type { RecordLevel, Run } from './run.ts'

/** What a check found. `at` holds the indexes of the events (or of the operations, without a trace) to look at. */
export interface Verdict {
  readonly check: string
  /** 'unknown': the budget ran out; 'vacuous': what was to be tested never happened. */
  readonly result: 'holds' | 'broken' | 'unknown' | 'vacuous'
  readonly why: string
  readonly at: readonly number[]
}

/** A pure function of a run that says which record level it needs. */
export interface Check {
  readonly name: string
  readonly needs: RecordLevel
  (run: Run): Verdict
}

/** An object as it would behave if operations came one at a time. */
export interface SequentialModel<S> {
  readonly start: S
  /** Operations with different answers don't touch each other and are checked apart. */
  split?(input: Json): string
  /** The state after the operation, or null if it couldn't have given this output (undefined: any output). */
  step(state: S, input: Json, output: Json | undefined): S | null
  key(state: S): string
}
