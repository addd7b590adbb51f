import type { Event, Ms, NodeId } from '../core/types.ts'
import { address, type Said } from './log-line.ts'
import type { RepairArgs } from './repair-session.ts'

const table = 'rows'
const keyspace = 'shop'
const none: readonly Said[] = []

type Message = Extract<Event, { readonly type: 'send' | 'receive' | 'lost' }>

/** A command that a node coordinates at the moment. */
interface Command {
  /** Counted by its node, from 1. */
  readonly number: number
  readonly args: RepairArgs
  readonly at: Ms
  isAsked: boolean
}

/** What nodes say while a repair goes on; each text is one that a 5.0.5 was seen to write, but for those of a failure. */
export class RepairLog {
  readonly #trace: readonly Event[]
  readonly #commands = new Map<NodeId, Command>()

  constructor(trace: readonly Event[]) {
    this.#trace = trace
  }

  said(event: Event): readonly Said[] {
    if (event.type === 'send' || event.type === 'receive') return this.#ofMessage(event)
    if (event.type !== 'mark') return none
    if (event.text === 'repair finished') return this.#finished(event.node, event.at)
    if (event.text !== 'repaired data is inconsistent') return none
    return line('RepairCoordinator', 'Repaired data is inconsistent')
  }

  #ofMessage(event: Message): readonly Said[] {
    const { type, name, message, args } = event
    const [from = '', to = ''] = message.split(/[> ]/)
    switch (`${type} ${name}`) {
      case 'receive repair':
        return this.#started(to, event.at, (args ?? {}) as RepairArgs)
      case 'send prepare reply':
        return line('CompactionManager', `[repair #${to}] Completed anticompaction successfully`)
      case 'send validate':
        return this.#asked(event, from)
      case 'send validate reply':
        return line('Validator', `${this.#prefix(to)} ${builtText(from, to)}`)
      case 'receive validate reply':
        return line('RepairSession', `${this.#prefix(to)} Received merkle tree for ${table} from ${address(from)}`) // prettier-ignore
      case 'send exchange':
        return synced(from, to, args as Exchange)
      case 'receive exchange':
        return from === to ? none : streaming(from, args as Exchange)
      case 'send exchange reply':
        return from === to
          ? none
          : line('StreamingRepairTask', `[repair #${to}] streaming task succeed, returning response to ${address(to)}`) // prettier-ignore
      case 'send stream':
        return line(
          'StreamCoordinator',
          `[Stream #${from}, ID#0] Beginning stream session with ${address(to)}`,
        )
      case 'receive stream reply':
        return [
          ...line('StreamResultFuture', `[Stream #${to}] Session with ${address(from)} is complete`),
          ...line('StreamResultFuture', `[Stream #${to}] All sessions completed`),
        ]
      case 'send repair reply':
        return this.#failed(from, args as Failure)
      default:
        return none
    }
  }

  #started(node: NodeId, at: Ms, args: RepairArgs): readonly Said[] {
    const { incremental = false, ranges, sequence = 'parallel' } = args
    const number = (this.#commands.get(node)?.number ?? 0) + 1
    this.#commands.set(node, { number, args, at, isAsked: false })
    const options = `parallelism: ${sequence}, primary range: ${ranges === 'primary'}, incremental: ${incremental}`
    const first = line('RepairCoordinator', `Starting repair command #${number} (${node}), repairing keyspace ${keyspace} with repair options (${options}, …)`) // prettier-ignore
    if (!incremental || isPreview(args)) return first
    return [
      ...first,
      ...line('CoordinatorSession', `Beginning coordination of incremental repair session ${node}`),
      ...line('CoordinatorSession', `Beginning prepare phase of incremental repair session ${node}`),
    ]
  }

  /** Once for all that are asked at one moment. One after the other, Cassandra names them all at first; here nobody does. */
  #asked({ index, at, node }: Message, coordinator: NodeId): readonly Said[] {
    const command = this.#commands.get(coordinator)
    if (command === undefined || command.isAsked) return none
    command.isAsked = true
    if ((command.args.sequence ?? 'parallel') !== 'parallel') return none
    const asked: NodeId[] = []
    for (let next = index; ; next++) {
      const event = this.#trace[next]
      if (event?.type !== 'send' || event.name !== 'validate' || event.node !== node || event.at !== at) break
      asked.push(event.message.split(/[> ]/)[1]!)
    }
    return line('RepairJob', `${this.#prefix(coordinator)} Requesting merkle trees for ${table} (to [${asked.map(address).join(', ')}])`) // prettier-ignore
  }

  #finished(node: NodeId, at: Ms): readonly Said[] {
    const command = this.#commands.get(node)
    if (command === undefined) return none
    const prefix = this.#prefix(node)
    const seconds = Math.floor((at - command.at) / 1000)
    const took = `${seconds} second${seconds === 1 ? '' : 's'}`
    return [
      ...(isPreview(command.args)
        ? none
        : line('RepairJob', `${prefix} ${keyspace}.${table} is fully synced`)),
      ...line('RepairSession', `${prefix} Session completed successfully`),
      ...line('RepairCoordinator', `${prefix}Repair command #${command.number} finished in ${took}`),
    ]
  }

  /** (RepairSession.convict and RepairCoordinator.notifyError, fail and complete, of the source of the 5.0 line.) */
  #failed(node: NodeId, { error, why }: Failure): readonly Said[] {
    const command = this.#commands.get(node)
    if (command === undefined || error === undefined) return none
    const prefix = this.#prefix(node)
    const isDead = / died$/.test(why)
    const what =
      error === 'unavailable' || isDead ? `Repair ${node} failed:` : `Repair ${node} aborted: ${why}`
    return [
      ...(isDead ? line('RepairSession', `${prefix} session completed with the following error`) : none),
      ...line('RepairCoordinator', what),
      ...line('RepairCoordinator', `${prefix}Repair command #${command.number} finished with error`),
    ]
  }

  #prefix(coordinator: NodeId): string {
    const args = this.#commands.get(coordinator)?.args ?? {}
    return `[${isPreview(args) ? 'preview repair' : 'repair'} #${coordinator}]`
  }
}

interface Exchange {
  readonly peer: string
  readonly ranges: readonly unknown[]
}

interface Failure {
  readonly error?: string
  readonly why: string
}

function line(component: string, text: string): readonly Said[] {
  return [{ component, text }]
}

/** A repair that streams nothing. */
function isPreview({ preview = false, validate = false }: RepairArgs): boolean {
  return preview || validate
}

function builtText(from: NodeId, to: NodeId): string {
  return from === to
    ? `Local completed merkle tree for ${address(from)} for ${keyspace}.${table}`
    : `Sending completed merkle tree to ${address(to)} for ${keyspace}.${table}`
}

function synced(coordinator: string, one: string, { peer, ranges }: Exchange): readonly Said[] {
  const found = line('SyncTask', `[repair #${coordinator}] Endpoints ${address(one)} and ${address(peer)} have ${ranges.length} range(s) out of sync for ${table}`) // prettier-ignore
  return [
    ...found,
    ...(one === coordinator
      ? line('LocalSyncTask', `[repair #${coordinator}] Performing streaming repair of ${ranges.length} ranges with ${address(peer)}`)
      : line('SymmetricRemoteSyncTask', `[repair #${coordinator}] Forwarding streaming repair of ${ranges.length} ranges to ${address(one)} (to be streamed with ${address(peer)})`)), // prettier-ignore
  ]
}

function streaming(coordinator: string, { peer, ranges }: Exchange): readonly Said[] {
  return line('StreamingRepairTask', `[streaming task #${coordinator}] Performing streaming repair of ${ranges.length} ranges with ${address(peer)}`) // prettier-ignore
}
