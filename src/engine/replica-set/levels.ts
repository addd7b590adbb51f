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
      'A hint would do for the ring, with every replica down; here nothing is written without a primary.',
  },
  ONE: {
    write: { w: 1 },
    read: anyMember,
    notEqual:
      'Any one replica takes the write there, the primary alone here; what only it has, a failover rolls back.',
  },
  TWO: {
    write: { w: 2 },
    read: provenPrimary,
    notEqual: 'No read asks two members here; one that is proved to be fresh stands in for it.',
  },
  THREE: {
    write: { w: 3 },
    read: provenPrimary,
    notEqual: 'No read asks three members here; one that is proved to be fresh stands in for it.',
  },
  QUORUM: {
    write: { w: 'majority' },
    read: provenPrimary,
    notEqual:
      'A quorum read there meets the last quorum write and is still not linearizable; here it is. Read concern majority would promise less: a primary that was replaced and does not know it may show an older value.',
  },
  ALL: {
    write: 'all',
    read: provenPrimary,
    notEqual:
      'ALL reads every replica there; here every write was put in order by the primary, so one member is enough.',
  },
  LOCAL_ONE: {
    write: { w: 1 },
    read: anyMember,
    notEqual: 'The write goes to the primary, wherever it is; the read to the member that is asked.',
  },
  LOCAL_QUORUM: {
    write: { w: 'majority' },
    read: provenPrimary,
    notEqual: 'One primary and one majority for all datacentres: nothing is decided within one of them.',
  },
  EACH_QUORUM: {
    write: { w: 'majority' },
    read: provenPrimary,
    notEqual:
      'A majority of all votes, not of each datacentre; that would take a write concern of its own, with tags.',
  },
}
