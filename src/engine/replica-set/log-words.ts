import type { Event, Json } from '../core/types.ts'

/** One line as a member writes it into its log. */
export interface LogLine {
  readonly component: 'ELECTION' | 'REPL' | 'ROLLBACK'
  /** The number of the message, which releases since 4.4 print; undefined where it wasn't found in a source. */
  readonly id?: number
  readonly text: string
}

/** Whose words: up to 4.2 a log was plain text; since 4.4 each line is JSON with a fixed message and an id. */
export type LogEra = '4.2' | '4.4'

/**
 * An event of a run in the words of a member's log; undefined where a member logs nothing about it, or where we've found
 * no source for its words. The texts are those of logs of 4.0 to 4.2, and of 4.4 and later; those of a rollback were seen in
 * logs of 4.4 and later alone (ids 21593 and 21611), that of a sync source in the source (TopologyCoordinator, 21799).
 */
export function mongodbLogLine(event: Event, era: LogEra): LogLine | undefined {
  const isNew = era === '4.4'
  if (event.type === 'mark' && event.text === 'rolled back' && isNew)
    return { component: 'ROLLBACK', id: 21593, text: 'Transition to ROLLBACK' }
  if (event.type !== 'note') return undefined
  const said = (event.data ?? {}) as { readonly [name: string]: Json }
  switch (event.text) {
    case 'run for election':
      return { component: 'ELECTION', ...electionText(String(said['why']), isNew) }
    case 'update term':
      return undefined
    case 'become primary': {
      const text = isNew
        ? `Election succeeded, assuming primary role (term ${String(said['term'])})`
        : `election succeeded, assuming primary role in term ${String(said['term'])}`
      return { component: 'ELECTION', ...(isNew ? { id: 21450 } : {}), text }
    }
    case 'take writes':
      return {
        component: 'REPL',
        text: `${isNew ? 'Transition' : 'transition'} to primary complete; database writes are now permitted`,
      }
    case 'roll back':
      return isNew ? { component: 'ROLLBACK', id: 21611, text: 'Transition to SECONDARY' } : undefined
    case 'choose sync source':
      return isNew && typeof said['source'] === 'string'
        ? {
            component: 'REPL',
            id: 21799,
            text: `Sync source candidate chosen (syncSource ${said['source']})`,
          }
        : undefined
    case 'step down':
      return stepDownText(String(said['why']), isNew)
    default:
      return undefined
  }
}

function electionText(why: string, isNew: boolean): { readonly id?: number; readonly text: string } {
  if (why === 'higher priority') {
    return { ...(isNew ? { id: 4615660 } : {}), text: 'Starting an election for a priority takeover' }
  }
  if (why === 'handed over') {
    return {
      ...(isNew ? { id: 4615661 } : {}),
      text: `Starting an election due to step up request`,
    }
  }
  return isNew
    ? { id: 4615652, text: "Starting an election, since we've seen no PRIMARY in election timeout period" }
    : { text: "Starting an election, since we've seen no PRIMARY in the past 10000ms" }
}

function stepDownText(why: string, isNew: boolean): LogLine | undefined {
  if (why === 'no majority') {
    return {
      component: 'REPL',
      ...(isNew ? { id: 21809 } : {}),
      text: `${isNew ? 'Can' : 'can'}'t see a majority of the set, relinquishing primary`,
    }
  }
  if (why !== 'a later term') return undefined
  return {
    component: 'REPL',
    ...(isNew ? { id: 21475 } : {}),
    text: 'Stepping down from primary in response to heartbeat',
  }
}
