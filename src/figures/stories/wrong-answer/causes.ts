import type { Change } from '#figures/instruments/assistant-change/plan.ts'

export type { Change }

/** A cause of the wrong answer: the kept plan that has it, and the one knob that puts "no nuts" back. */
export interface Cause {
  readonly id: 'replica' | 'embedding' | 'lists' | 'filter'
  readonly plan: string
  readonly name: string
  /** What the reader reads when the cause is found. */
  readonly why: string
  readonly knob: string
  readonly change: Change
}

/** What may be behind the wrong answer, each with the plan that shows it. */
export const causes: readonly Cause[] = [
  {
    id: 'replica',
    plan: 'databases-for-ai.stale-replica',
    name: 'A stale replica',
    why: 'The index found row 3. The assistant then read its text from B, which was cut off from the primary and had no such row.',
    knob: 'Read from the primary',
    change: { options: { readFrom: 'primary' } },
  },
  {
    id: 'embedding',
    plan: 'databases-for-ai.late-embedding',
    name: 'A late embedding job',
    why: 'Row 3 was in the chat store, and the job that makes its vector was still busy with earlier messages.',
    knob: 'Embed in 200 ms instead of 4 s',
    change: { options: { embedMs: 200 } },
  },
  {
    id: 'lists',
    plan: 'databases-for-ai.too-few-lists',
    name: 'An index searched too narrowly',
    why: 'The index read one of its eight lists. Row 3 is in another one, a little beyond the border.',
    knob: 'Read all eight lists',
    change: { options: { probes: 8 } },
  },
  {
    id: 'filter',
    plan: 'databases-for-ai.filter-after',
    name: 'A filter after the search',
    why: 'The five nearest messages came from tables that love nuts. Then everything that isn’t table 3 was taken out, and nothing was left.',
    knob: 'Filter during the search',
    change: { options: { filter: 'during' } },
  },
]

/** Something a reader can try. `follow` asks each place for row 3 by its name. */
export interface Experiment {
  readonly id: 'wait' | 'primary' | 'exact' | 'follow'
  readonly name: string
  readonly change: Change
}

/** What a reader can try, each a change to the plan. */
export const experiments: readonly Experiment[] = [
  { id: 'wait', name: 'Wait 8 seconds and ask again', change: { askAt: 16_000 } },
  {
    id: 'primary',
    name: 'Read from the primary and ask again',
    change: { options: { readFrom: 'primary' } },
  },
  { id: 'exact', name: 'Compare every vector and ask again', change: { options: { search: 'scan' } } },
  { id: 'follow', name: 'Follow row 3 by its name', change: {} },
]

/** What one experiment shows in one world. */
export interface Outcome {
  readonly cause: Cause['id']
  readonly experiment: Experiment['id']
  /** What the assistant answered; for `follow`, the first place that doesn't have row 3. */
  readonly shows: string
}

/** Whether an experiment shows four different things for the four causes. */
export function tellsApart(outcomes: readonly Outcome[], experiment: string): boolean {
  return (
    new Set(outcomes.filter((one) => one.experiment === experiment).map(({ shows }) => shows)).size ===
    causes.length
  )
}
