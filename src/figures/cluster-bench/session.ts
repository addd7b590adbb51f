import type { Ms, Plan } from '#engine/core/types.ts'
import { stepAt } from '#figures/cluster/frame.ts'

/** What a session needs to know of a run: its steps, each with the event that names it. */
export interface Played {
  readonly plan: Plan
  readonly outline: {
    readonly hash: string
    readonly steps: readonly { readonly index: number; readonly at: Ms }[]
  }
}

/** One plan and its run, and where the reader was in it. */
export interface Branch<P extends Played = Played> {
  readonly id: number
  /** The branch it grew from; undefined for one that began from nothing. */
  readonly from: number | undefined
  /** What was done to get here: "crash B, disk kept", or where a beginning came from. */
  readonly name: string
  /** The moment of the edit; undefined for a beginning. */
  readonly editedAtMs: Ms | undefined
  readonly played: P
  /** The event that ends the step that is shown; -1 before the first step. */
  readonly at: number
}

/**
 * All that a reader has done on the bench. Branches are only ever added: an edit keeps the run that it was made in.
 * `trail` is the way that was gone, by branch; undo and redo move `place` along it.
 */
export interface Session<P extends Played = Played> {
  readonly branches: readonly Branch<P>[]
  readonly trail: readonly number[]
  readonly place: number
  readonly isPlaying: boolean
  /** Steps come so many times as fast as at first. */
  readonly speed: number
  /** Events that a verdict names and the picture lights up. */
  readonly lit: readonly number[]
}

/** What can be done to a session. */
export type Action<P extends Played = Played> =
  /**
   * A plan that isn't an edit of what is shown: kept, from a link, found by a search, an empty cluster. It's shown
   * at its end unless an event is named: the whole run is seen first.
   */
  | { readonly type: 'open'; readonly played: P; readonly name: string; readonly at?: number | undefined }
  /** An edit of the branch that is shown. `shows` is the event of the new run to look at. */
  | {
      readonly type: 'edit'
      readonly played: P
      readonly name: string
      readonly editedAtMs: Ms | undefined
      readonly shows: number
    }
  | { readonly type: 'visit'; readonly branch: number }
  | { readonly type: 'undo' | 'redo' | 'pause' }
  | Move
  | { readonly type: 'speed'; readonly speed: number }
  | { readonly type: 'light'; readonly events: readonly number[] }

/** What leads to another moment of the same run. */
type Move =
  | { readonly type: 'play' | 'step' | 'back' | 'start' | 'end' }
  /** To the step that an event belongs to, or the last one before it. */
  | { readonly type: 'seek'; readonly index: number }

/** A session in which nothing has been played yet. */
export function emptySession<P extends Played>(): Session<P> {
  return { branches: [], trail: [], place: -1, isPlaying: false, speed: 1, lit: [] }
}

/** The branch that is shown; undefined before the first. */
export function present<P extends Played>(session: Session<P>): Branch<P> | undefined {
  const id = session.trail[session.place]
  return session.branches.find((branch) => branch.id === id)
}

/** A run's steps, and the event after which it's looked at. */
interface ShownSteps {
  readonly played: { readonly outline: Pick<Played['outline'], 'steps'> }
  readonly at: number
}

/** How many steps have been taken at the moment that is shown. */
export function stepsTaken({ played, at }: ShownSteps): number {
  return stepAt(played.outline, at) + 1
}

/** The moment that is shown, in milliseconds of the run. */
export function momentMs(moment: ShownSteps): Ms {
  return moment.played.outline.steps[stepsTaken(moment) - 1]?.at ?? 0
}

/** Whether there's a run before the one that's shown. */
export function canUndo({ place }: Session): boolean {
  return place > 0
}

/** Whether a run was undone that can be had again. */
export function canRedo({ place, trail }: Session): boolean {
  return place < trail.length - 1
}

/** What an action makes of a session. Pure: the old one stays as it was. */
export function reduce<P extends Played>(session: Session<P>, action: Action<P>): Session<P> {
  switch (action.type) {
    case 'open':
      return grown(session, {
        ...action,
        from: undefined,
        editedAtMs: undefined,
        at: action.at ?? Infinity,
      })
    case 'edit':
      return grown(session, { ...action, from: present(session)?.id, at: action.shows })
    case 'visit':
      if (present(session)?.id === action.branch) return session
      if (!session.branches.some(({ id }) => id === action.branch)) return session
      return at(session, [...session.trail.slice(0, session.place + 1), action.branch], session.place + 1)
    case 'undo':
      return canUndo(session) ? at(session, session.trail, session.place - 1) : session
    case 'redo':
      return canRedo(session) ? at(session, session.trail, session.place + 1) : session
    case 'speed':
      return { ...session, speed: action.speed }
    case 'light': {
      // What is yet to come can't be lit: the reader is taken to where all of it has happened.
      const last = Math.max(-1, ...action.events)
      const isLater = last > (present(session)?.at ?? Infinity)
      return { ...(isLater ? moved(session, { type: 'seek', index: last }) : session), lit: action.events }
    }
    case 'pause':
      return session.isPlaying ? { ...session, isPlaying: false } : session
    default:
      return moved(session, action)
  }
}

function moved<P extends Played>(session: Session<P>, action: Move): Session<P> {
  const branch = present(session)
  if (branch === undefined) return session
  const last = branch.played.outline.steps.length
  const now = stepsTaken(branch)
  switch (action.type) {
    case 'play':
      // At the end, playing begins from the start.
      return { ...shown(session, branch, now === last ? 0 : now), isPlaying: last > 0 }
    case 'step': {
      const next = shown(session, branch, now + 1)
      return now + 1 >= last ? { ...next, isPlaying: false } : next
    }
    case 'back':
      return { ...shown(session, branch, now - 1), isPlaying: false }
    case 'start':
      return { ...shown(session, branch, 0), isPlaying: false }
    case 'end':
      return { ...shown(session, branch, last), isPlaying: false }
    case 'seek':
      return {
        ...shown(session, branch, stepsTaken({ ...branch, at: action.index })),
        isPlaying: false,
      }
  }
}

/** The session with the branch at the moment after so many steps. */
function shown<P extends Played>(session: Session<P>, branch: Branch<P>, taken: number): Session<P> {
  const index = eventAfter(branch.played, taken)
  if (index === branch.at) return session
  const changed = { ...branch, at: index }
  return {
    ...session,
    branches: session.branches.map((other) => (other.id === branch.id ? changed : other)),
  }
}

function eventAfter({ outline: { steps } }: Played, taken: number): number {
  return steps[Math.min(steps.length, taken) - 1]?.index ?? -1
}

function grown<P extends Played>(session: Session<P>, branch: Omit<Branch<P>, 'id'>): Session<P> {
  const { from, name, editedAtMs, played } = branch
  const id = session.branches.length + 1
  const added = { id, from, name, editedAtMs, played, at: eventAfter(played, stepsTaken(branch)) }
  const next = { ...session, branches: [...session.branches, added] }
  return at(next, [...session.trail.slice(0, session.place + 1), id], session.place + 1)
}

function at<P extends Played>(session: Session<P>, trail: readonly number[], place: number): Session<P> {
  return { ...session, trail, place, isPlaying: false, lit: [] }
}
