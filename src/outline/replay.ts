import type { Json, Plan } from '#engine/core/types.ts'

/** What was asked for; a failure is a value with a sentence for the reader. */
export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string }

/**
 * Runs a learner's cell once more, in the sandbox that it ran in, with another plan for the run that it shows at this
 * place among the runs of its own programs; gives the new picture's data.
 */
export type Replay = (place: number, plan: Plan) => Promise<Answer<Json>>
