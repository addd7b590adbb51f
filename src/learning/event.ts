/** What every event of a learner carries. Events are only ever added, so two lists merge by union of their ids. */
export interface Stamp {
  /** Unique over all devices: the device's name and its own count. */
  readonly id: string
  /** The replica that wrote it: one page opened in one browser. */
  readonly device: string
  /** Milliseconds since 1970 by the device's clock. Orders attempts; never identifies them. */
  readonly at: number
}

/** How sure the learner said to be before the answer was shown. */
export type Confidence = 'guess' | 'fairly' | 'sure'

/**
 * What happened, without its stamp. `question`, `card` and `prediction` are ids that are unique in the site;
 * `version` is the content's, so that a changed answer opens the item again and a mended typo does not.
 */
export type Happening =
  | { readonly type: 'read'; readonly lesson: string; readonly section: string }
  | { readonly type: 'ran'; readonly lesson: string; readonly cell: string }
  | {
      readonly type: 'answered'
      readonly question: string
      readonly version: number
      readonly choice: string
      readonly right: boolean
      readonly confidence?: Confidence
    }
  | { readonly type: 'turned'; readonly card: string; readonly version: number }
  | {
      readonly type: 'predicted'
      readonly prediction: string
      readonly version: number
      readonly choice: string
    }

export type LearningEvent = Stamp & Happening

/** An event of a later version of the site: kept, merged and exported, and read by nobody here. */
export type UnknownEvent = Stamp & { readonly type: string }

/** All that a store holds. */
export type StoredEvent = LearningEvent | UnknownEvent

const confidences: readonly unknown[] = ['guess', 'fairly', 'sure'] satisfies Confidence[]

const isText = (value: unknown): value is string => typeof value === 'string'
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0

const shapes: { readonly [type in Happening['type']]: (event: Record<string, unknown>) => boolean } = {
  read: (event) => isText(event['lesson']) && isText(event['section']),
  ran: (event) => isText(event['lesson']) && isText(event['cell']),
  answered: (event) =>
    isText(event['question']) &&
    isCount(event['version']) &&
    isText(event['choice']) &&
    typeof event['right'] === 'boolean' &&
    (event['confidence'] === undefined || confidences.includes(event['confidence'])),
  turned: (event) => isText(event['card']) && isCount(event['version']),
  predicted: (event) => isText(event['prediction']) && isCount(event['version']) && isText(event['choice']),
}

/** Whether a value read from a store or a file can be kept and merged: it has a whole stamp and a type. */
export function isStoredEvent(value: unknown): value is StoredEvent {
  if (typeof value !== 'object' || value === null) return false
  const event = value as Record<string, unknown>
  return (
    isText(event['id']) &&
    event['id'] !== '' &&
    isText(event['device']) &&
    Number.isFinite(event['at']) &&
    isText(event['type'])
  )
}

/** Whether this version of the site understands the event: a known type with all that the type asks for. */
export function isLearningEvent(event: StoredEvent): event is LearningEvent {
  const shape = Object.hasOwn(shapes, event.type) ? shapes[event.type as Happening['type']] : undefined
  return shape?.(event as unknown as Record<string, unknown>) ?? false
}

/** Gives each happening its stamp. `name` is the device's; `now` its clock in milliseconds. */
export function stamper(name: string, now: () => number): (happening: Happening) => LearningEvent {
  let count = 0
  return (happening) => ({ id: `${name}-${(count += 1)}`, device: name, at: now(), ...happening })
}
