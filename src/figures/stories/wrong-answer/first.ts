import type { Plan } from '#engine/core/types.ts'
import { causes, experiments, type Outcome } from './causes.ts'
import { shown, tell } from './tell.ts'

/** Every experiment in every world, for the page without scripts and for the table at the end: 16 runs. */
export function everyOutcome(planOf: (id: string) => Plan): readonly Outcome[] {
  return causes.flatMap((cause) =>
    experiments.map((experiment) => ({
      cause: cause.id,
      experiment: experiment.id,
      shows: shown(tell(planOf(cause.plan), experiment.change), experiment),
    })),
  )
}
