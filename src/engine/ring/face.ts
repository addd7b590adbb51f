import { type FaceMessage, present } from '../face/face.ts'
import { levelHelp } from '../face/level-help.ts'
import { entriesText, isRecord } from '../face/value-text.ts'
import { isPartition, partitionText } from './cell-text.ts'
import { ringLines } from './state-lines.ts'
import './ring.ts'

/** Messages about ranges that have been compared; in others it's yet to be found out whether they differ. */
const foundUnlike: ReadonlySet<string> = new Set(['exchange', 'stream'])

/** What a message of the ring carries: partitions, who has been heard, which ranges differ. */
function messageText({ name, isReply, args }: FaceMessage): string | undefined {
  if (isPartition(args)) return partitionText(args)
  if (Array.isArray(args) && args.length > 0 && args.every(isPartition))
    return args.length === 1 ? partitionText(args[0]!) : entriesText(args.length, 'partition', 'partitions')
  if (!isRecord(args)) return undefined
  if ('beats' in args && 'members' in args)
    return `heartbeats of ${Object.keys(args['beats'] as object).join(', ')}`
  if (isReply) return answerText(args)
  if (name === 'read replica')
    return `${String(args['key'])}, ${args['full'] === true ? 'the data' : 'only a hash of it'}`
  if (typeof args['key'] === 'string') return undefined
  if (Array.isArray(args['ranges'])) {
    const count = args['ranges'].length
    const ranges = entriesText(count, 'range', 'ranges')
    return foundUnlike.has(name) ? `${ranges} that ${count === 1 ? 'differs' : 'differ'}` : ranges
  }
  return 'left' in args && 'right' in args ? 'one range' : undefined
}

function answerText(answer: { readonly [name: string]: unknown }): string | undefined {
  if ('error' in answer) return undefined
  const { value } = answer
  if (isRecord(value) && 'partitions' in value && 'trees' in value)
    return `${entriesText(Number(value['partitions']), 'partition', 'partitions')} sent, in ${entriesText(Number(value['differingRanges']), 'range that differed', 'ranges that differed')}`
  if ('value' in answer) return undefined
  if ('trees' in answer && 'bytes' in answer) return 'its trees'
  if (Array.isArray(answer['partitions']))
    return entriesText(answer['partitions'].length, 'partition', 'partitions')
  if (!('digest' in answer)) return undefined
  if (isPartition(answer['partition'])) return partitionText(answer['partition'])
  return answer['digest'] === '' ? 'nothing there' : `hash ${String(answer['digest']).slice(0, 6)}`
}

present('ring', {
  title: 'ring, after Cassandra',
  background: ({ name }) => name === 'gossip' || name === 'gossip answer' || name === 'echo',
  messages: { mutate: 'store', 'read replica': 'look up' },
  marks: {
    unavailable: 'too few replicas can be reached',
    'write timeout': 'too few replicas acknowledged in time',
    'read timeout': 'too few replicas answered in time',
    'digest mismatch': 'the replicas disagree',
    'speculative retry': 'one more replica is asked, to save time',
    'read repair': 'a stale copy is repaired',
    'tombstone written': 'a tombstone is written',
    'tombstone purged': 'an old tombstone is thrown away',
    flushed: 'what was in memory is now in a file',
    compacted: 'files are merged into one',
    convicted: 'nothing has been heard from a node for too long',
    'told of a stop': 'another node says that it’s stopping',
    stopped: 'it stops after it has written everything out',
    'start refused': 'it’s lost its disk and refuses to start',
    'rejoin refused': 'it had left the ring and refuses to start',
    'join refused': 'another node is joining or leaving, so it doesn’t join',
    'seed started empty': 'a seed starts with an empty disk',
    replacing: 'it’s taking a dead node’s place',
    replaced: 'it’s taken a dead node’s place',
    'additional read': 'one more replica is asked for its data',
    'additional write': 'one more replica is sent the repair',
    'timeout turned into hints': 'nobody answered, and ANY says ok',
    'hints handed on': 'its hints go to another node',
    'snapshot taken': 'what’s on disk is kept as it is for a repair',
    'anti-compacted': 'a file is split into what a repair covers and the rest',
    'marked repaired': 'what was compared is marked as repaired',
    'repaired data is inconsistent': 'what’s marked as repaired differs',
    'read waited for the disk': 'a read waits while the disk is busy',
    'seen up': 'a node can be reached again',
    'seen down': 'a node is suspected of being down',
    'hint stored': 'a hint is kept',
    'hint delivered': 'a hint is delivered',
    'hint expired': 'a hint is too old and is dropped',
    handoff: '',
    'hint window over': 'a node has been away too long, so no more hints are kept for it',
    'tree built': 'a tree of hashes is built',
    'ranges differ': 'two replicas differ in a range',
    'partition streamed': 'what belongs to a key is sent',
    'repair finished': 'the repair is done',
    'repair failed': 'the repair has failed',
  },
  messageText,
  stateLines: ringLines,
  help: {
    operations: {
      write: 'Write: a client asks one node, the coordinator, to have the replicas store a value.',
      read: 'Read: a client asks one node, the coordinator, which asks the replicas.',
      delete: 'Delete: a write of a tombstone, the mark that says “gone since then”.',
      repair: 'Repair: the node compares trees with the other replicas, and what differs is streamed.',
      flush:
        'Flush: the node writes what it has in memory to a file on its disk that is never changed again, an SSTable.',
      compact:
        'Compact: the node merges those files into one, and drops tombstones that are older than gc grace.',
      join: 'Join: a node that wasn’t there joins, and fetches what it stores from now on.',
      leave: 'Leave: the node hands over what it stores, and its hints, and leaves the ring.',
      insert: 'Insert: a write that also says that the row is there, even when all its columns are empty.',
      replace:
        'Replace: a node takes the place of a dead one. It copies each range from one replica before anybody reads from it.',
      stop: 'Stop: the node tells the others that it’s stopping, writes what it has in memory to disk, and ends.',
    },
    levels: levelHelp,
  },
  setUp: {
    leastNodes: 2,
    mostNodes: 12,
    choices: ['datacentres', 'replicas', 'hints', 'readRepair'],
    options: ({ datacentres, replicas, write, read, hints, readRepair }) => ({
      replicas:
        datacentres.length < 2 ? replicas : Object.fromEntries(datacentres.map((name) => [name, replicas])),
      write,
      read,
      hints,
      readRepair: readRepair ? 'BLOCKING' : 'NONE',
    }),
  },
})
