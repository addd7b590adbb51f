import { effective, isEarlier, reachOf } from './effective.ts'
import type { Reset } from './effective.ts'
import type { Confidence, LearningEvent, StoredEvent } from './event.ts'
import type { Part } from './part.ts'

/** One answer given to a question. */
export interface Attempt {
  readonly id: string
  readonly at: number
  readonly choice: string
  readonly right: boolean
  readonly confidence: Confidence | undefined
}

/** A question's attempts: the first one counts, the later ones are practice. */
export interface Answered {
  readonly first: Attempt
  readonly last: Attempt
  readonly attempts: number
}

/** A prediction that was locked in. */
export interface Predicted {
  readonly id: string
  readonly at: number
  readonly choice: string
}

/** What a learner has done. Questions, cards and predictions are keyed by {@link versioned}. */
export interface Progress {
  /** Sections seen to their end, by lesson. */
  readonly read: ReadonlyMap<string, ReadonlySet<string>>
  /** Cells run, by lesson. */
  readonly ran: ReadonlyMap<string, ReadonlySet<string>>
  readonly answered: ReadonlyMap<string, Answered>
  /** How often each card was turned. */
  readonly turned: ReadonlyMap<string, number>
  /** The first commitment to each prediction. */
  readonly predicted: ReadonlyMap<string, Predicted>
  /** How often each challenge was found solved. */
  readonly solved: ReadonlyMap<string, number>
}

/** The progress of a learner who has done nothing yet. */
export const noProgress: Progress = {
  read: new Map(),
  ran: new Map(),
  answered: new Map(),
  turned: new Map(),
  predicted: new Map(),
  solved: new Map(),
}

/** The key of an item at a version of its content: a changed answer is a new item, a corrected typo is the same one. */
export const versioned = (id: string, version: number): string => `${id}@${version}`

/** The item of such a key, of whatever version. */
export const unversioned = (key: string): string => key.slice(0, key.lastIndexOf('@'))

/** The progress that a list of events amounts to, whatever its order; events of unknown types count for nothing. */
export function progressOf(events: readonly StoredEvent[]): Progress {
  const making = copyOf(noProgress)
  // What a reset forgets is left out already: one that comes first here may be later than what follows it.
  for (const event of effective(events)) if (event.type !== 'reset') add(making, event)
  return making
}

/** What changes a progress: for any other event nothing is copied. */
const ofProgress: ReadonlySet<LearningEvent['type']> = new Set([
  ...(['read', 'ran', 'answered', 'turned', 'predicted', 'solved', 'reset'] as const),
])

/**
 * Progress after one more event. The order of events doesn't matter: first and last go by time, then id. A reset forgets
 * what is in `progress`, so that one has to follow it.
 */
export function reduce(progress: Progress, event: LearningEvent): Progress {
  if (!ofProgress.has(event.type)) return progress
  const making = copyOf(progress)
  add(making, event)
  return making
}

/** Progress as a part of what a log amounts to, which an event carries on. */
export const progressPart: Part<Progress> = { of: progressOf, after: reduce }

/** A progress that is being made: its maps are its own, what they hold is shared. */
type Making = {
  readonly [Part in keyof Progress]: Progress[Part] extends ReadonlyMap<string, infer Value>
    ? Map<string, Value>
    : never
}

function copyOf({ read, ran, answered, turned, predicted, solved }: Progress): Making {
  return {
    read: new Map(read),
    ran: new Map(ran),
    answered: new Map(answered),
    turned: new Map(turned),
    predicted: new Map(predicted),
    solved: new Map(solved),
  }
}

function add({ read, ran, answered, turned, predicted, solved }: Making, event: LearningEvent): void {
  switch (event.type) {
    case 'read':
      return include(read, event.lesson, event.section)
    case 'ran':
      return include(ran, event.lesson, event.cell)
    case 'answered':
      return addAttempt(answered, event)
    case 'turned': {
      const key = versioned(event.card, event.version)
      return void turned.set(key, (turned.get(key) ?? 0) + 1)
    }
    case 'predicted': {
      const key = versioned(event.prediction, event.version)
      const made = { id: event.id, at: event.at, choice: event.choice }
      return void predicted.set(key, earlier(predicted.get(key), made))
    }
    case 'solved': {
      const key = versioned(event.challenge, event.version)
      return void solved.set(key, (solved.get(key) ?? 0) + 1)
    }
    // What cards amount to stands in reviews.ts; what takes events back is applied before they come here.
    case 'graded':
    case 'undone':
    case 'buried':
    case 'suspended':
    case 'wrote':
    case 'noted':
    case 'set':
    case 'exam-begun':
    case 'exam-marked':
    case 'exam-ended':
      return
    case 'reset':
      return forget({ read, ran, answered, turned, predicted, solved }, event)
    default:
      return unreachable(event)
  }
}

function forget({ read, ran, answered, turned, predicted, solved }: Making, reset: Reset): void {
  const reach = reachOf(reset)
  for (const [lesson, sections] of read) {
    const left = [...sections].filter((section) => !reach.section(lesson, section))
    if (left.length === 0) read.delete(lesson)
    else if (left.length < sections.size) read.set(lesson, new Set(left))
  }
  for (const lesson of ran.keys()) if (reach.cellsOf(lesson)) ran.delete(lesson)
  for (const key of answered.keys()) if (reach.question(unversioned(key))) answered.delete(key)
  for (const key of predicted.keys()) if (reach.prediction(unversioned(key))) predicted.delete(key)
  for (const key of turned.keys()) if (reach.card(unversioned(key))) turned.delete(key)
  if (reach.isWhole) solved.clear()
}

function addAttempt(answered: Making['answered'], event: LearningEvent & { type: 'answered' }): void {
  const key = versioned(event.question, event.version)
  const { id, at, choice, right, confidence } = event
  const attempt: Attempt = { id, at, choice, right, confidence }
  const known = answered.get(key)
  answered.set(key, {
    first: earlier(known?.first, attempt),
    last: known && isEarlier(attempt, known.last) ? known.last : attempt,
    attempts: (known?.attempts ?? 0) + 1,
  })
}

interface Timed {
  readonly id: string
  readonly at: number
}

const earlier = <Item extends Timed>(known: Item | undefined, item: Item): Item =>
  known && isEarlier(known, item) ? known : item

function include(map: Map<string, ReadonlySet<string>>, key: string, member: string): void {
  map.set(key, new Set(map.get(key)).add(member))
}

function unreachable(event: never): never {
  throw new Error(`an event of no known type: ${JSON.stringify(event)}`)
}
