import { type Level } from '../levels.ts'
import type { ReadConcern, ReadPreference, WriteConcern } from './concern.ts'

/** One level of the ring in the words of a replica set. */
export interface Translation {
  /** 'all' stands for the number of data-bearing members. */
  readonly write: WriteConcern | 'all'
  /** undefined: such a read is refused, as the ring refuses it. */
  readonly read: { readonly concern: ReadConcern; readonly preference: ReadPreference } | undefined
  /** What the two databases don't have in common. */
  readonly notEqual: string
}

const anyMember = { concern: 'local', preference: 'nearest' } as const
const provenPrimary = { concern: 'linearizable', preference: 'primary' } as const

/**
 * The one table that lets both databases run the same list of operations: for each level of the ring, the concerns that
 * come closest. They're never the same, because a level counts the replicas that answer a coordinator, and a concern
 * says what has become of one primary's entry. Every write here needs a primary; the ring writes through any node.
 */
export const translations: { readonly [Name in Level]: Translation } = {
  ANY: {
    write: { w: 1 },
    read: undefined,
    notEqual:
      'With every replica down, Cassandra can still acknowledge a hint; MongoDB writes nothing without a primary.',
  },
  ONE: {
    write: { w: 1 },
    read: anyMember,
    notEqual:
      'Any replica can take the write in Cassandra, only the primary in MongoDB; a failover rolls back what only that primary has.',
  },
  TWO: {
    write: { w: 2 },
    read: provenPrimary,
    notEqual: 'No MongoDB read asks two members; a linearizable read from the primary stands in for it.',
  },
  THREE: {
    write: { w: 3 },
    read: provenPrimary,
    notEqual: 'No MongoDB read asks three members; a linearizable read from the primary stands in for it.',
  },
  QUORUM: {
    write: { w: 'majority' },
    read: provenPrimary,
    notEqual:
      'A quorum read in Cassandra overlaps with the last quorum write and still isn’t linearizable; this MongoDB read is. Read concern majority would promise less: a primary that doesn’t know yet that it was replaced may return an older value.',
  },
  ALL: {
    write: 'all',
    read: provenPrimary,
    notEqual:
      'Cassandra’s ALL reads every replica; MongoDB’s primary has put every write in order, so one member is enough.',
  },
  LOCAL_ONE: {
    write: { w: 1 },
    read: anyMember,
    notEqual:
      'MongoDB’s write goes to the primary, wherever that is; its read goes to the member that’s asked.',
  },
  LOCAL_QUORUM: {
    write: { w: 'majority' },
    read: provenPrimary,
    notEqual:
      'MongoDB has one primary and one majority for all datacentres, so nothing is decided within one of them.',
  },
  EACH_QUORUM: {
    write: { w: 'majority' },
    read: provenPrimary,
    notEqual:
      'MongoDB counts a majority of all votes, not of each datacentre; a majority in each would take a write concern of its own, with tags.',
  },
}
