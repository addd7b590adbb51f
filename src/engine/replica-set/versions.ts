import type { ReplicaSetSettings } from './options.ts'

/** A release of MongoDB whose defaults differ from the one before. */
export interface Release {
  readonly version: string
  /** What a set and its drivers do when nobody says otherwise, as far as this model has it. */
  readonly settings: ReplicaSetSettings
  /** What changed and is in the model. */
  readonly modelled: readonly string[]
  /** What changed and isn't in the model. */
  readonly cited: readonly string[]
  /** Ids of content/sources.yaml. */
  readonly sources: readonly string[]
}

const w1 = { writeConcern: { w: 1 } } as const

/**
 * Defaults by release, oldest first. Sources: the manual's pages on write concern, rollbacks, retryable writes, causal
 * consistency and the oplog, and the drivers' release notes of November 2012.
 */
export const releases: readonly Release[] = [
  {
    version: '2.4',
    settings: { ...w1, clientRetries: 0 },
    modelled: ['Drivers acknowledge writes: w: 1 since November 2012, nothing before.'],
    cited: ['Elections follow an older protocol without terms.'],
    sources: ['mongodb-drivers-write-concern'],
  },
  {
    version: '3.6',
    settings: { ...w1, clientRetries: 0 },
    modelled: ['Sessions can be causally consistent.'],
    cited: [],
    sources: ['mongodb-causal-consistency'],
  },
  {
    version: '4.0',
    settings: { ...w1, clientRetries: 0, rollbackLimitMs: 24 * 3_600_000 },
    modelled: ['A rollback may undo a day at most.'],
    cited: ['Before, it could undo 300 MB at most.', 'Protocol version 1, with terms, is the only one left.'],
    sources: ['mongodb-rollback', 'mongodb-elections'],
  },
  {
    version: '4.2',
    settings: { ...w1, clientRetries: 1 },
    modelled: ['Drivers retry a write once, by default.'],
    cited: ['Transactions can span shards.'],
    sources: ['mongodb-retryable-writes'],
  },
  {
    version: '4.4',
    settings: { ...w1, clientRetries: 1 },
    modelled: ['The oplog can have a least age in hours.'],
    cited: ['A sync source streams its oplog.'],
    sources: ['mongodb-oplog-resize', 'mongodb-sync'],
  },
  {
    version: '5.0',
    settings: {},
    modelled: ['The implicit write concern is majority, unless arbiters leave too few members with data.'],
    cited: ['A collection can be resharded.'],
    sources: ['mongodb-defaults'],
  },
  {
    version: '8.0',
    settings: { applyMs: 50 },
    modelled: ['A majority acknowledges what it has written, applied or not.'],
    cited: [],
    sources: ['mongodb-write-concern'],
  },
]
