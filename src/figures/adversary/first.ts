import { huntSteps } from '#figures/search/hunt.ts'
import type { Winner } from '#figures/search/protocol.ts'
import { attackOn } from './bet.ts'

let kept: Winner | undefined

/** What a page without scripts tells: the first attack that gets through at W = R = 1, found and struck at build. */
export function withoutScript(): Winner {
  if (kept !== undefined) return kept
  const steps = huntSteps({ ...attackOn({ write: 1, read: 1 }, false, 1000), all: false })
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  if (!step.value.ok || step.value.found === undefined)
    throw new Error('W = R = 1 was to let an old answer through')
  kept = step.value.found
  return kept
}
