/** What the programs call a thing, and what a reader who meets it for the first time is told instead. */
const messageNames: { readonly [name: string]: string } = {
  mutate: 'store',
  'read replica': 'look up',
}

/** What a message is called where people read: the ring's `mutate` is "store". A name that says itself stays. */
export function messageWord(name: string): string {
  return Object.hasOwn(messageNames, name) ? messageNames[name]! : name
}

const marks: { readonly [mark: string]: string } = {
  unavailable: 'too few replicas can be reached',
  'write timeout': 'too few replicas acknowledged in time',
  'read timeout': 'too few replicas answered in time',
  'digest mismatch': 'the replicas disagree',
  'speculative retry': 'one more replica is asked, to be quick',
  'read repair': 'a stale copy is repaired',
  'tombstone written': 'a tombstone is written',
  'tombstone purged': 'an old tombstone is thrown away',
  flushed: 'what was in memory is now in a file',
  compacted: 'files are merged into one',
  convicted: 'nothing has been heard from a node for too long',
  'seen up': 'a node can be reached again',
  'seen down': 'a node is suspected of being down',
  'hint stored': 'a hint is kept',
  'hint delivered': 'a hint is delivered',
  'hint expired': 'a hint is too old and is dropped',
  'hint window over': 'a node has been away too long, so no more hints are kept for it',
  'tree built': 'a tree of hashes is built',
  'ranges differ': 'two replicas differ in a range',
  'partition streamed': 'what belongs to a key is sent',
  'repair finished': 'the repair is done',
  'repair failed': 'the repair has failed',
}

/** What a program counted, in words: `seen up` is "a node can be reached again". One that is not known stays. */
export function markWord(mark: string): string {
  return Object.hasOwn(marks, mark) ? marks[mark]! : mark
}
