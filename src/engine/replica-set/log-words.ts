import type { Event, Json, NodeId } from '../core/types.ts'

/** One line as a member writes it into its log. */
export interface LogLine {
  readonly component: 'ELECTION' | 'REPL' | 'ROLLBACK'
  /** The number of the message, which releases since 4.4 print; undefined where it wasn't found in a source. */
  readonly id?: number
  readonly text: string
}

/** A line with the moment and the member that wrote it. */
export interface MemberLine extends LogLine {
  readonly at: number
  readonly node: NodeId
}

/** Whose words: up to 4.2 a log was plain text; since 4.4 each line is JSON with a fixed message and an id. */
export type LogEra = '4.2' | '4.4'

type Said = Readonly<Record<string, Json>>

/** What the lines of an election hang on beside their own event. */
interface Heard {
  /** Why each member last ran. */
  readonly why: Map<NodeId, string>
  /** The last request for a vote from one member to another: 'B>A'. */
  readonly asked: Map<string, Said>
  /** The last sync source of each member. A real one that just failed isn't chosen again, so that isn't told. */
  readonly sources: Map<NodeId, string>
}

/**
 * A run in the words of its members' logs, without the lines that a member doesn't write or whose words we've found in no
 * source. The texts since 4.4 are those of the source, read in releases from 7.0 on: 4615652, 4615660 to 4615662 and 21475 in
 * replication_coordinator_impl_heartbeat.cpp; 21437, 21438, 21444 and 21450 in ..._elect_v1.cpp; 21331, 21358 and 21402 in
 * replication_coordinator_impl.cpp; 21799, 21809 and 23980 in topology_coordinator.cpp; 21593 and 21611 in
 * rollback_impl.cpp. Those up to 4.2 are of published logs of 4.0 and 4.2. What a line since 4.4 tells beside its message, in
 * its `attr`, stands in brackets.
 */
export function mongodbLog(trace: readonly Event[], era: LogEra): readonly MemberLine[] {
  const heard: Heard = { why: new Map(), asked: new Map(), sources: new Map() }
  return trace.flatMap((event) =>
    linesOf(event, era === '4.4', heard).map((line) => ({ ...line, at: event.at, node: event.node })),
  )
}

function linesOf(event: Event, isNew: boolean, heard: Heard): readonly LogLine[] {
  switch (event.type) {
    case 'mark':
      return event.text === 'rolled back' && isNew ? [{ component: 'ROLLBACK', id: 21593, text: 'Transition to ROLLBACK' }] : [] // prettier-ignore
    case 'receive':
      if (event.name === 'request vote')
        heard.asked.set(event.message.split(' ')[0]!, event.args as unknown as Said)
      return []
    case 'send':
      return event.name === 'request vote reply' && isNew ? responded(event.message, event.args, heard) : []
    case 'note':
      return noted(event.node, event.text, (event.data ?? {}) as Said, isNew, heard)
    default:
      return []
  }
}

/** A voter says what it was asked and what it answers. */
function responded(message: string, args: unknown, { asked }: Heard): readonly LogLine[] {
  const [from, to] = message.split(' ')[0]!.split('>')
  const request = asked.get(`${to}>${from}`)
  const { aye } = args as { readonly aye?: boolean }
  if (request === undefined || aye === undefined) return []
  const told = `dryRun: ${String(request['dryRun'])}, term: ${String(request['term'])}, voteGranted: ${aye}`
  return [{ component: 'ELECTION', id: 23980, text: `Responding to vote request (${told})` }]
}

function noted(node: NodeId, step: string, said: Said, isNew: boolean, heard: Heard): readonly LogLine[] {
  const term = Number(said['term'])
  switch (step) {
    case 'run for election':
      heard.why.set(node, String(said['why']))
      return ran(String(said['why']), term, isNew)
    case 'vote':
      return said['for'] === node && heard.why.get(node) !== 'handed over' ? [election(isNew, 21444, 'Dry election run succeeded, running for election', `newTerm: ${term}`, `in term ${term}`)] : [] // prettier-ignore
    case 'become primary':
      return [
        election(
          isNew,
          21450,
          'Election succeeded, assuming primary role',
          `term: ${term}`,
          `in term ${term}`,
        ),
        transition(isNew, 'PRIMARY', 'SECONDARY'),
      ]
    case 'take writes': {
      const text = 'ransition to primary complete; database writes are now permitted'
      return [
        {
          component: 'REPL',
          ...(isNew ? { id: 21331, text: `T${text} (term: ${term})` } : { text: `t${text}` }),
        },
      ]
    }
    case 'roll back':
      return isNew ? [{ component: 'ROLLBACK', id: 21611, text: 'Transition to SECONDARY' }] : []
    case 'choose sync source':
      return isNew ? chosen(node, String(said['source']), heard) : []
    case 'step down':
      return [...whySteppedDown(String(said['why']), term, isNew), transition(isNew, 'SECONDARY', 'PRIMARY')]
    default:
      return []
  }
}

function chosen(node: NodeId, source: string, { sources }: Heard): readonly LogLine[] {
  const before = sources.get(node)
  sources.set(node, source)
  return source === before ? [] : [{ component: 'REPL', id: 21799, text: `Sync source candidate chosen (syncSource: ${source})` }] // prettier-ignore
}

/** Up to 4.2 a message began with a small letter, and its numbers stood in its text. */
function election(isNew: boolean, id: number, text: string, attr: string, inText: string): LogLine {
  if (isNew) return { component: 'ELECTION', id, text: `${text} (${attr})` }
  return { component: 'ELECTION', text: `${text[0]!.toLowerCase()}${text.slice(1)} ${inText}` }
}

function transition(isNew: boolean, to: string, from: string): LogLine {
  if (isNew) return { component: 'REPL', id: 21358, text: `Replica set state transition (newState: ${to}, oldState: ${from})` } // prettier-ignore
  return { component: 'REPL', text: `transition to ${to} from ${from}` }
}

function ran(why: string, term: number, isNew: boolean): readonly LogLine[] {
  const [id, text] = whyRan(why, isNew)
  const start: LogLine = {
    component: 'ELECTION',
    ...(isNew ? { id } : {}),
    text: `Starting an election${text}`,
  }
  const next =
    why === 'handed over'
      ? election(isNew, 21437, 'Skipping dry run and running for election', `newTerm: ${term + 1}`, `in term ${term + 1}`) // prettier-ignore
      : election(isNew, 21438, `Conducting a dry run election to see if we could be elected${isNew ? '' : '.'}`, `currentTerm: ${term}`, `current term: ${term}`) // prettier-ignore
  return [start, next]
}

function whyRan(why: string, isNew: boolean): readonly [id: number, text: string] {
  switch (why) {
    case 'higher priority':
      return [4615660, ' for a priority takeover']
    case 'catch-up takeover':
      return [4615662, ' for a catchup takeover']
    case 'handed over':
    case 'asked to':
      return [4615661, ' due to step up request']
    default:
      return [
        4615652,
        `, since we've seen no PRIMARY in ${isNew ? 'election timeout period' : 'the past 10000ms'}`,
      ]
  }
}

function whySteppedDown(why: string, term: number, isNew: boolean): readonly LogLine[] {
  const component = 'REPL'
  if (why === 'no majority') {
    const text = `${isNew ? 'C' : 'c'}an't see a majority of the set, relinquishing primary`
    const then = 'Stepping down from primary in response to heartbeat'
    return isNew ? [{ component, id: 21809, text }, { component, id: 21475, text: then }] : [{ component, text }, { component, text: then }] // prettier-ignore
  }
  if (why !== 'a later term' || !isNew) return []
  return [
    {
      component,
      id: 21402,
      text: `Stepping down from primary, because a new term has begun (term: ${term})`,
    },
  ]
}
