import { huntSteps } from './hunt.ts'
import { cancelled, type HuntOutcome, type HuntRequest, type HuntProgress } from './protocol.ts'

/** Counts are told about this often; everything else at once. */
const tellMs = 33

/**
 * Drives a hunt to its end and never throws. `pause` is asked after every step and may give a promise to wait for, or
 * 'stop'. Counts are thinned out; the last one before anything else is always told.
 */
export async function drive(
  request: HuntRequest,
  tell: (telling: HuntProgress) => void,
  pause: () => Promise<void> | 'stop' | undefined,
): Promise<HuntOutcome> {
  let held: HuntProgress | undefined
  let told = -Infinity
  const release = () => {
    if (held !== undefined) tell(held)
    held = undefined
  }
  try {
    const steps = huntSteps(request)
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) {
        release()
        return step.value
      }
      if (step.value.type === 'tried') {
        held = step.value
        if (performance.now() - told > tellMs) {
          told = performance.now()
          release()
        }
      } else {
        release()
        tell(step.value)
      }
      const waiting = pause()
      if (waiting === 'stop') return cancelled
      if (waiting !== undefined) await waiting
    }
  } catch (error) {
    return { ok: false, reason: 'failed', why: error instanceof Error ? error.message : String(error) }
  }
}
