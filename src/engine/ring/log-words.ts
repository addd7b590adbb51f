import type { Event, NodeId } from '../core/types.ts'

/** One line as a node of Cassandra 5.0 writes it into its log. */
export interface LogLine {
  /** The class that says it. */
  readonly component: string
  readonly text: string
}

const table = 'rows'
const keyspace = 'shop'
const line = (component: string, text: string): readonly LogLine[] => [{ component, text }]
const silent: readonly LogLine[] = []

/**
 * An event of a run in the words of a node's log; nothing where a node logs nothing, or where no recorded log shows its
 * words. Each text is one that a 5.0.5 was seen to write (content/recorded), with this run's names and numbers in it. A
 * session is named after the node that coordinates it, where Cassandra has a UUID.
 */
export function cassandraLogLines(event: Event): readonly LogLine[] {
  if (event.type === 'send' || event.type === 'receive') return ofMessage(event)
  if (event.type === 'mark') return ofMark(event.text)
  if (event.type !== 'note' || !event.text.includes('already exists')) return silent
  return line('RuntimeException', event.text.replace(/address (\S+) already/, 'address /$1:7000 already'))
}

/** A node begins to take another for up or down. (Gossiper.realMarkAlive, markDead) */
export function livenessLine(id: NodeId, isUp: boolean): LogLine {
  return { component: 'Gossiper', text: `InetAddress /${id}:7000 is now ${isUp ? 'UP' : 'DOWN'}` }
}

type Message = Extract<Event, { readonly type: 'send' | 'receive' | 'lost' }>

function ofMessage({ type, name, message, args }: Message): readonly LogLine[] {
  const [from = '', to = ''] = message.split(/[> ]/)
  switch (`${type} ${name}`) {
    case 'receive repair':
      return started(
        to,
        args as { readonly incremental?: boolean; readonly ranges?: string; readonly sequence?: string },
      )
    case 'send prepare reply':
      return line('CompactionManager', `[repair #${to}] Completed anticompaction successfully`)
    case 'send validate reply':
      return from === to
        ? line(
            'Validator',
            `[repair #${to}] Local completed merkle tree for /${from}:7000 for ${keyspace}.${table}`,
          )
        : line(
            'Validator',
            `[repair #${to}] Sending completed merkle tree to /${to}:7000 for ${keyspace}.${table}`,
          )
    case 'receive validate reply':
      return line('RepairSession', `[repair #${to}] Received merkle tree for ${table} from /${from}:7000`)
    case 'send exchange':
      return synced(from, to, args as { readonly peer: string; readonly ranges: readonly unknown[] })
    case 'receive exchange':
      return from === to
        ? silent
        : streaming(from, args as { readonly peer: string; readonly ranges: readonly unknown[] })
    case 'send stream':
      return line('StreamCoordinator', `[Stream #${from}, ID#0] Beginning stream session with /${to}:7000`)
    case 'receive stream reply':
      return [
        ...line('StreamResultFuture', `[Stream #${to}] Session with /${from}:7000 is complete`),
        ...line('StreamResultFuture', `[Stream #${to}] All sessions completed`),
      ]
    default:
      return silent
  }
}

function started(
  node: string,
  {
    incremental = false,
    ranges,
    sequence = 'parallel',
  }: { readonly incremental?: boolean; readonly ranges?: string; readonly sequence?: string },
): readonly LogLine[] {
  const options = `parallelism: ${sequence}, primary range: ${ranges === 'primary'}, incremental: ${incremental}`
  const first = line('RepairCoordinator', `Starting repair command #1 (${node}), repairing keyspace ${keyspace} with repair options (${options}, …)`) // prettier-ignore
  if (!incremental) return first
  return [
    ...first,
    ...line('CoordinatorSession', `Beginning coordination of incremental repair session ${node}`),
    ...line('CoordinatorSession', `Beginning prepare phase of incremental repair session ${node}`),
  ]
}

function synced(
  coordinator: string,
  one: string,
  { peer, ranges }: { readonly peer: string; readonly ranges: readonly unknown[] },
): readonly LogLine[] {
  const found = line('SyncTask', `[repair #${coordinator}] Endpoints /${one}:7000 and /${peer}:7000 have ${ranges.length} range(s) out of sync for ${table}`) // prettier-ignore
  return [
    ...found,
    ...(one === coordinator
      ? line('LocalSyncTask', `[repair #${coordinator}] Performing streaming repair of ${ranges.length} ranges with /${peer}:7000`)
      : line('SymmetricRemoteSyncTask', `[repair #${coordinator}] Forwarding streaming repair of ${ranges.length} ranges to /${one}:7000 (to be streamed with /${peer}:7000)`)), // prettier-ignore
  ]
}

function streaming(
  coordinator: string,
  { peer, ranges }: { readonly peer: string; readonly ranges: readonly unknown[] },
): readonly LogLine[] {
  return line('StreamingRepairTask', `[streaming task #${coordinator}] Performing streaming repair of ${ranges.length} ranges with /${peer}:7000`) // prettier-ignore
}

function ofMark(text: string): readonly LogLine[] {
  switch (text) {
    case 'seed started empty':
      return line(
        'StorageService',
        'This node will not auto bootstrap because it is configured to be a seed node.',
      )
    case 'replacing':
      return line('StorageService', 'JOINING: waiting for ring information')
    case 'replaced':
      return line('StorageService', 'JOINING: Finish joining ring')
    default:
      return silent
  }
}
