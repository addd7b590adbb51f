import type { Event, Ms, NodeId, Plan } from '../core/types.ts'
import { address, type LogLine, type Said } from './log-line.ts'
import { RepairLog } from './log-repair.ts'

export type { LogLine } from './log-line.ts'

type Mark = Extract<Event, { readonly type: 'mark' | 'note' | 'error' }>

const none: readonly Said[] = []
/** A pause of more than this makes a node say that it convicts nobody. (FailureDetector, MAX_LOCAL_PAUSE_IN_NANOS.) */
const localPauseMs = 5_000

/**
 * A run in the words of its nodes' logs, in the order of time; nothing where a node logs nothing at INFO (a hint that is
 * kept or refused, a timeout, read repair), or where we found no source for its words. The words of repairs, streams,
 * replacements and refused starts are those that a 5.0.5 was seen to write (content/recorded), with this run's names and
 * numbers in them; the others stand in the source of the 5.0 line:
 *
 * - up, down, restarted, part of the cluster, a stop: gms/Gossiper.java (realMarkAlive, markDead, handleMajorStateChange,
 *   stop);
 * - no convictions after a pause: gms/FailureDetector.java (interpret);
 * - hint files delivered, partly delivered, handed on: hints/HintsDispatchExecutor.java (deliver, handleDispatchFailure,
 *   TransferHintsTask) and hints/HintsStore.java (delete).
 *
 * A file of hints is named after the node it is for and the moment of its oldest hint, a session after the node that
 * coordinates it, where Cassandra has UUIDs.
 */
export function cassandraLog(trace: readonly Event[], plan: Pick<Plan, 'nodes'>): readonly LogLine[] {
  const repairs = new RepairLog(trace)
  const nodes = new NodeLog(plan)
  return trace.flatMap((event) => {
    const said = [...nodes.said(event), ...repairs.said(event)]
    return said.map((line) => ({ at: event.at, node: event.node, ...line }))
  })
}

/** What nodes say of each other, of their hints, and of their own coming and going. */
class NodeLog {
  /** How often each node has booted so far. */
  readonly #boots = new Map<NodeId, number>()
  /** By node, the boot of each other that it has told of. */
  readonly #told = new Map<NodeId, Map<NodeId, number>>()
  readonly #pausedAt = new Map<NodeId, Ms>()
  readonly #stopping = new Set<NodeId>()
  readonly #first: readonly NodeId[]

  constructor({ nodes }: Pick<Plan, 'nodes'>) {
    this.#first = nodes.filter(({ absent }) => absent !== true).map(({ id }) => id)
  }

  said(event: Event): readonly Said[] {
    const { node, at } = event
    switch (event.type) {
      case 'boot':
        this.#booted(node)
        return none
      case 'pause':
        this.#pausedAt.set(node, at)
        return none
      case 'resume':
        return this.#resumed(at - (this.#pausedAt.get(node) ?? at))
      case 'send':
        return event.name === 'shutdown' ? this.#stopped(node) : none
      case 'mark':
        return this.#marked(event)
      case 'note':
        return event.text === 'handoff' ? handoff(event.data as unknown as Handoff) : refusal(event.text)
      default:
        return none
    }
  }

  #booted(node: NodeId): void {
    this.#boots.set(node, (this.#boots.get(node) ?? 0) + 1)
    this.#stopping.delete(node)
    // A node that is there by the plan is known from the start.
    const known = this.#told.get(node) ?? new Map(this.#first.map((id) => [id, 1]))
    this.#told.set(node, known)
  }

  #resumed(pausedMs: Ms): readonly Said[] {
    if (pausedMs <= localPauseMs) return none
    const text = `Not marking nodes down due to local pause of ${pausedMs}000000ns > ${localPauseMs}000000ns`
    return [{ component: 'FailureDetector', text }]
  }

  #stopped(node: NodeId): readonly Said[] {
    if (this.#stopping.has(node)) return none
    this.#stopping.add(node)
    return [{ component: 'Gossiper', text: 'Announcing shutdown' }]
  }

  #marked({ node, text, data }: Mark): readonly Said[] {
    const other = data as string
    switch (text) {
      case 'seen down':
        return [{ component: 'Gossiper', text: `InetAddress ${address(other)} is now DOWN` }]
      case 'seen up':
        return [...this.#changed(node, other), up(other)]
      case 'hints handed on':
        return [
          {
            component: 'HintsDispatchExecutor',
            text: `Transferring all hints to ${address(other)}: ${other}`,
          },
        ]
      case 'seed started empty':
        return [
          {
            component: 'StorageService',
            text: 'This node will not auto bootstrap because it is configured to be a seed node.',
          },
        ]
      case 'joining':
      case 'replacing':
        return [{ component: 'StorageService', text: 'JOINING: waiting for ring information' }]
      case 'joined':
      case 'replaced':
        return [{ component: 'StorageService', text: 'JOINING: Finish joining ring' }]
      default:
        return none
    }
  }

  /** Another node is there for the first time, or has booted since it was told of last. */
  #changed(node: NodeId, other: NodeId): readonly Said[] {
    const told = this.#told.get(node) ?? new Map<NodeId, number>()
    this.#told.set(node, told)
    const [before, boots] = [told.get(other), this.#boots.get(other) ?? 1]
    told.set(other, boots)
    if (before === boots) return none
    const what = before === undefined ? 'is now part of the cluster' : 'has restarted, now UP'
    return [{ component: 'Gossiper', text: `Node ${address(other)} ${what}` }]
  }
}

/** How one delivery of hints ended. (hints.ts, deliver.) */
interface Handoff {
  readonly to: NodeId
  /** When the oldest of them was made. */
  readonly at: Ms
  readonly isWhole: boolean
}

function handoff({ to, at, isWhole }: Handoff): readonly Said[] {
  // 2 is the version of files that 5.0 writes as shipped, with storage_compatibility_mode CASSANDRA_4.
  const file = `${to}-${at}-2.hints`
  const finished = `Finished hinted handoff of file ${file} to endpoint ${address(to)}: ${to}`
  if (!isWhole) return [{ component: 'HintsDispatchExecutor', text: `${finished}, partially` }]
  return [
    { component: 'HintsStore', text: `Deleted hint file ${file}` },
    { component: 'HintsDispatchExecutor', text: finished },
  ]
}

function refusal(text: string): readonly Said[] {
  if (!text.includes('already exists')) return none
  return [
    {
      component: 'RuntimeException',
      text: text.replace(/address (\S+) already/, 'address /$1:7000 already'),
    },
  ]
}

function up(node: NodeId): Said {
  return { component: 'Gossiper', text: `InetAddress ${address(node)} is now UP` }
}
