import type { Event, NodeState, Operation, Run } from '#engine/core/types.ts'
import { run } from '#engine/core/run.ts'
import { roles } from '#engine/replica-set/state-lines.ts'
import type { Disk, Memory, RollbackFile } from '#engine/replica-set/state.ts'
import { placed, planOf, type Act, type Placed } from './acts.ts'

/** One entry of a member's oplog. */
interface ToldEntry {
  readonly term: number
  /** `table 3 = no nuts`, or `begins term 2` for a new primary's own first entry. */
  readonly text: string
  /** As far as this member knows, a majority has it. */
  readonly isCommitted: boolean
}

/** A member as it is when the last act is over. */
export interface ToldMember {
  readonly id: string
  readonly role: string
  readonly term: number
  readonly oplog: readonly ToldEntry[]
  readonly files: readonly { readonly name: string; readonly holds: string }[]
}

/** The run of the reader's acts. */
export interface Told {
  readonly members: readonly ToldMember[]
  readonly untilMs: number
  readonly isCut: boolean
  /** The member beyond the cut that takes writes; undefined while there's none. */
  readonly primaryBeyond: string | undefined
  /** What happened, the newest last: the reader's acts and what the members did of themselves. */
  readonly lines: readonly { readonly at: number; readonly text: string }[]
  /** Which of the five acts the run has shown: the fifth is the reader's, who opens the file. */
  readonly reached: readonly boolean[]
  /** What leads to the next act; a reader may do something else. */
  readonly next: string
}

/** Runs the acts and tells what became of each member. Pure: the same acts always give the same words. */
export function tell(acts: readonly Act[]): Told {
  const made = run(planOf(acts), { record: 'trace' })
  const { acts: list, untilMs } = placed(acts)
  const states = [...made.final].map(([id, state]) => ({ id, ...partsOf(state) }))
  const isCut = acts.findLastIndex((act) => act.do === 'cut') > acts.findLastIndex((act) => act.do === 'heal')
  const primaryBeyond = states.find(
    ({ id, memory }) => id !== 'A' && memory.role === 'primary' && memory.writable,
  )?.id
  const reached = reachedBy(made, list)
  return {
    members: states.map(({ id, memory, disk }) => memberOf(id, memory, disk)),
    untilMs,
    isCut,
    primaryBeyond,
    lines: linesOf(made, list),
    reached,
    next: nextOf(reached, {
      isCut,
      primaryBeyond,
      hasFile: states.some(({ disk }) => disk.rollbackFiles.length > 0),
      isWrittenBeyond: list.some(
        (one) => one.act.do === 'write beyond the cut' && !['A', undefined].includes(takerOf(made, one)),
      ),
    }),
  }
}

/** What a reader who wants to see all five acts does next. */
function nextOf(
  [before, alone, elected, isRolledBack]: readonly boolean[],
  now: {
    readonly isCut: boolean
    readonly primaryBeyond: string | undefined
    readonly hasFile: boolean
    /** The primary beyond the cut has taken a write. */
    readonly isWrittenBeyond: boolean
  },
): string {
  if (!before && !now.isCut) return 'Write to A, and all three get the entry.'
  if (!now.isCut && !elected)
    return alone ? 'Healed too soon: nobody else was elected. Cut A off again.' : 'Cut A off.'
  if (!alone)
    return elected
      ? 'A has stepped down. Start again, and write to A right after the cut.'
      : 'Write to A: nobody can fetch that entry now.'
  if (now.primaryBeyond === undefined && !isRolledBack)
    return 'Wait. B and C run for election after about ten seconds without A.'
  if (now.isCut)
    return now.isWrittenBeyond ? 'Heal the link.' : `Write to ${now.primaryBeyond ?? 'B'}, the new primary.`
  if (!isRolledBack) return 'Wait, until A hears from the new primary.'
  return now.hasFile
    ? 'Open the file that A kept.'
    : 'That’s undone, and no document was left to keep. Start again.'
}

function partsOf(state: NodeState): { readonly memory: Memory; readonly disk: Disk } {
  return { memory: state.memory as Memory, disk: state.disk as Disk }
}

function memberOf(id: string, memory: Memory, disk: Disk): ToldMember {
  return {
    id,
    role: roles[memory.role],
    term: memory.term,
    oplog: [...disk.oplog].map(([index, { term, op, key, value }]) => ({
      term,
      text: op === 'noop' ? `begins term ${term}` : `${key} = ${String(value)}`,
      isCommitted: index <= memory.commitPoint.index,
    })),
    files: disk.rollbackFiles.map(({ name, documents }) => ({ name, holds: holdsOf(documents) })),
  }
}

function holdsOf(documents: RollbackFile['documents']): string {
  return documents.map(({ key, value }) => `${key} = ${String(value)}`).join(', ')
}

/** What members did of themselves that a reader should hear of. */
const heard: { readonly [mark: string]: string } = {
  'became primary': 'is elected primary',
  'stepped down': 'steps down: it no longer hears from a majority',
  'rolled back': 'finds entries in its oplog that the new history doesn’t have, and rolls them back',
}

function linesOf(made: Run, list: readonly Placed[]): Told['lines'] {
  const own = list
    .filter(({ act }) => act.do !== 'wait')
    .map((one) => ({
      at: one.at,
      text: actText(
        one,
        made.history.find(({ id }) => id === one.name),
        takerOf(made, one),
      ),
    }))
  const marked = made.trace.flatMap((event: Event) => {
    if (event.type !== 'mark' || event.at < 1_000) return []
    const text = heard[event.text]
    return text === undefined ? [] : [{ at: event.at, text: `${event.node} ${text}.` }]
  })
  return [...own, ...marked].sort((one, other) => one.at - other.at)
}

/** The member that took the write of an act: the primary of that moment. */
function takerOf(made: Run, { at, key, value }: Placed): string | undefined {
  return made.trace.find(
    (event) =>
      event.type === 'note' &&
      event.text === 'client write' &&
      event.at >= at &&
      (event.data as { key?: string }).key === key &&
      value !== undefined,
  )?.node
}

function actText(
  { act, key, value }: Placed,
  operation: Operation | undefined,
  taker: string | undefined,
): string {
  if (act.do === 'cut') return 'You cut A and its waiter off from B, C and the cook.'
  if (act.do === 'heal') return 'You heal the link.'
  const who = act.do === 'write at A' ? 'The waiter' : 'The cook'
  const via = act.do === 'write beyond the cut' ? act.via : 'A'
  const told = outcomeOf(operation)
  if (taker === via) return `${who} writes ${key} = ${value} to ${via}, and is told: ${told}.`
  const because = taker === undefined ? 'takes no writes' : `isn’t the primary, so ${taker} takes the write`
  return `${who} asks ${via} to store ${key} = ${value}. ${via} ${because}, and ${who.toLowerCase()} is told: ${told}.`
}

function outcomeOf(operation: Operation | undefined): string {
  if (operation === undefined || operation.return === null) return 'nothing yet'
  const { output } = operation
  if (typeof output === 'object' && output !== null && 'error' in output) return String(output['error'])
  return 'stored'
}

/** Whether each of the five acts has happened in this run; the last one is up to the reader. */
function reachedBy(made: Run, list: readonly Placed[]): readonly boolean[] {
  let isCut = false
  let before = false
  let alone = false
  for (const { act, name } of list) {
    if (act.do === 'cut') isCut = true
    if (act.do === 'heal') isCut = false
    const isStored = outcomeOf(made.history.find(({ id }) => id === name)) === 'stored'
    if (act.do === 'write at A' && isStored && !isCut) before = true
    if (act.do === 'write at A' && isStored && isCut) alone = true
  }
  const elected = made.trace.some(
    (event) => event.type === 'mark' && event.text === 'became primary' && event.node !== 'A',
  )
  const isRolledBack = made.trace.some((event) => event.type === 'mark' && event.text === 'rolled back')
  return [before, alone, elected, isRolledBack]
}
