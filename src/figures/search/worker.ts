import { serve } from '#workers/serve.ts'
import { drive } from './drive.ts'
import type { HuntOutcome, HuntRequest, HuntProgress } from './protocol.ts'

/** The hunt in a worker of the page's own. To cancel it, the page ends the worker. */
serve({
  async hunt(request: HuntRequest, tell: (telling: HuntProgress) => unknown): Promise<HuntOutcome> {
    // Tellings go another way than the outcome: it waits until the page has heard them all.
    const heard: unknown[] = []
    const outcome = await drive(
      request,
      (telling) => void heard.push(tell(telling)),
      () => undefined,
    )
    await Promise.all(heard)
    return outcome
  },
})
