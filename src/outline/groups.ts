import type { Event, Run } from '#engine/core/types.ts'
import { faceOf, wordFor } from '#engine/face/face.ts'
import { baseName, isLocal, isMessage, isReply, type MessageEvent } from './address.ts'

/** Events of one participant at one moment that have one reason; the first one is the reason. Never empty. */
export type Group = readonly Event[]

/**
 * The trace in groups, in order. What is only chatter or waiting is left out: `chatter` has the events of those
 * messages, and the rest (timers that led to nothing, the first boots, syncs that no plan can undo) isn't heard of again.
 */
export function groupsOf(run: Run): {
  readonly groups: readonly Group[]
  readonly chatter: readonly Event[]
} {
  const losesUnsynced = run.plan.faults.some(
    (fault) => fault.do === 'crash' && fault.disk === 'lose-unsynced',
  )
  const groups: Group[] = []
  const chatter: Event[] = []
  for (const group of allGroups(run.trace)) {
    for (const event of group) if (isMessage(event) && isChatter(run, event)) chatter.push(event)
    const told = group.filter((event, place) => isTold(run, event, place === 0))
    if (told.length > 0 && isShown(run, told, losesUnsynced)) groups.push(told)
  }
  return { groups, chatter }
}

function allGroups(trace: readonly Event[]): readonly Group[] {
  const groups: Event[][] = []
  for (const event of trace) {
    const last = groups.at(-1)
    if (last !== undefined && belongs(event, last)) last.push(event)
    else groups.push([event])
  }
  return groups
}

/** What follows from the group at once and in the same place. A node that asks itself goes on within its step. */
function belongs(event: Event, group: readonly Event[]): boolean {
  const first = group[0]!
  if (event.at !== first.at || event.cause < first.index) return strikes(first, event)
  switch (event.type) {
    case 'timer':
    case 'sync':
    case 'call':
    case 'fault':
      return false
    case 'receive':
      return event.node === first.node && isLocal(event)
    default:
      return event.node === first.node
  }
}

/** A fault that aims at a message is followed by the loss of it. */
function strikes(first: Event, event: Event): boolean {
  return (
    first.type === 'fault' && event.type === 'lost' && event.why === 'plan' && event.index === first.index + 1
  )
}

/**
 * Chatter is told only as the reason of something else; what a node sends itself is told by what it then does; a note
 * without a word of its own is there for others than this telling.
 */
function isTold(run: Run, event: Event, isFirst: boolean): boolean {
  if (event.type === 'note') return wordFor(faceOf(run.plan.system).marks, event.text) !== ''
  if (!isMessage(event)) return true
  if (isChatter(run, event)) return isFirst && event.type === 'receive'
  return event.type !== 'send' || !isLocal(event) || !isFirst
}

/** Whether the group is worth a step of its own. */
function isShown(run: Run, group: Group, losesUnsynced: boolean): boolean {
  const [first, ...rest] = group as readonly [Event, ...Event[]]
  if (rest.length > 0) return rest.some((event) => !isMessage(event) || event.type !== 'receive')
  switch (first.type) {
    case 'timer':
      return false
    case 'boot':
      return first.cause >= 0
    case 'sync':
      return losesUnsynced
    case 'receive':
      return !isLocal(first) && !isChatter(run, first)
    case 'send':
      return !isLocal(first)
    default:
      return true
  }
}

/** Whether the message only says that all is as it was. */
function isChatter({ plan }: Run, { name, args }: MessageEvent): boolean {
  return faceOf(plan.system).background?.({ name: baseName(name), isReply: isReply(name), args }) ?? false
}
