import { effective } from './effective.ts'
import type { LearningEvent, StoredEvent } from './event.ts'
import type { Part } from './part.ts'

type Set = LearningEvent & { readonly type: 'set' }

/** What a reader has last set each setting to, by its name. */
export type Chosen = Readonly<Partial<Record<Set['name'], number>>>

/** The settings of a log, as a part that an event carries on. */
export const chosenPart: Part<Chosen> = {
  of: chosenOf,
  after: (chosen, event) => (event.type === 'set' ? { ...chosen, [event.name]: event.value } : chosen),
}

function chosenOf(events: readonly StoredEvent[]): Chosen {
  const latest = new Map<Set['name'], Set>()
  for (const event of effective(events)) {
    if (event.type !== 'set') continue
    const known = latest.get(event.name)
    const isLater =
      known === undefined || event.at > known.at || (event.at === known.at && event.id > known.id)
    if (isLater) latest.set(event.name, event)
  }
  return Object.fromEntries([...latest].map(([name, { value }]) => [name, value]))
}
