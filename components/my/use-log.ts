import { useEffect, useState } from 'preact/hooks'
import type { StoredEvent } from '#learning/event.ts'
import { learner } from '#learner/learner.ts'
import type { Learner } from '#learner/learner.ts'

/** The reader's log, followed while the page is open; undefined until the storage has answered. */
export interface Log {
  readonly learner: Learner
  readonly events: readonly StoredEvent[]
}

/** The reader's whole log and what it amounts to, followed while the page is open; undefined until it's read. */
export function useLog(): Log | undefined {
  const [log, setLog] = useState<Log>()
  useEffect(() => {
    let stop = () => {}
    void learner().then((found) => {
      const look = async () => setLog({ learner: found, events: await found.store.events.all() })
      stop = found.watch(() => void look())
      void look()
    })
    return () => stop()
  }, [])
  return log
}
