import { examsPart } from '#learning/exam/state.ts'
import { chosenPart } from '#learning/chosen.ts'
import { markOf } from '#learning/part.ts'
import { progressPart } from '#learning/progress.ts'
import { reviewsPart } from '#learning/review/follow.ts'
import type { Store } from '#storage/open.ts'
import { checkpointFormat } from './kept-mark.ts'
import type { KeptMark } from './kept-mark.ts'

/** Keeps what the whole log amounts to beside it, in all parts that any page asks for. */
export function makeCheckpoint(store: Store): Promise<void> {
  return store.events.checkpoint((events) => ({
    mark: { ...markOf(events), format: checkpointFormat } satisfies KeptMark,
    progress: progressPart.of(events),
    reviews: reviewsPart.of(events),
    exams: examsPart.of(events),
    chosen: chosenPart.of(events),
  }))
}
