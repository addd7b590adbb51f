/** What each word that the bench asks with means, in one line: the words are those of the lessons and the glossary. */

export const operations: { readonly [operation: string]: string } = {
  write: 'Write: a client asks one node, the coordinator, to have the replicas store a value.',
  read: 'Read: a client asks one node, the coordinator, which asks the replicas.',
  delete: 'Delete: a write of a tombstone, the mark that says “gone since then”.',
  increment: 'Increment: a client asks for one more than there is.',
  repair: 'Repair: its node compares trees with the other replicas, and what differs is streamed.',
  flush:
    'Flush: the node writes what it has in memory to a file on its disk that is never changed again, an SSTable.',
  compact:
    'Compact: the node merges those files into one, and drops tombstones that are older than gc grace.',
  join: 'Join: a node that was absent comes in and streams what is now its own.',
  leave: 'Leave: the node hands over what it stores, and goes.',
  stepDown: 'Step down: the primary gives up its role, and another is elected.',
  resync: 'Resync: the member throws away what it has and copies everything anew.',
}

export const levels: { readonly [level: string]: string } = {
  ANY: 'one replica must answer, or a hint must be kept for one',
  ONE: 'one replica must answer',
  TWO: 'two replicas must answer',
  THREE: 'three replicas must answer',
  QUORUM: 'more than half of the replicas must answer',
  ALL: 'every replica must answer',
  LOCAL_ONE: 'one replica in the coordinator’s datacentre must answer',
  LOCAL_QUORUM: 'more than half of the replicas in the coordinator’s datacentre must answer',
  EACH_QUORUM: 'more than half of the replicas in each datacentre must answer',
}

export const disks = {
  keep: 'All that is on its disk is there when it starts again. Its memory is not.',
  'lose-unsynced':
    'Synced is what the disk has confirmed; the rest was still on its way there, and a power cut takes it.',
  wipe: 'It starts again with nothing, as on a new machine.',
} as const

/** What a plan's seed is. */
export const seed =
  'The seed is where the run’s dice begin: how long each message takes, which is lost, whom a node picks. The same seed gives the same run.'
