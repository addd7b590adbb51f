import { type Shape, fields, flag, maybe, oneOf, shown, whole } from '../core/plan/shape.ts'
import type { Ms } from '../core/types.ts'

/** What a write waits for. (The manual's page on write concern; w: 0 is left out.) */
export interface WriteConcern {
  /** How many data-bearing members, the primary included; or a majority of the votes. */
  readonly w: number | 'majority'
  /** In the journal there. When left out: yes for majority (as the set is configured), no for a number. */
  readonly j?: boolean
  /** After this many ms the answer is a timeout, and the write stays; 0 or nothing for no limit. */
  readonly wtimeout?: Ms
}

/**
 * What a read may show. 'local': what this member has. 'majority': what no failover can take back. 'linearizable': from
 * a primary that has proved, after the read, that it still is one. 'available' is 'local' outside a sharded cluster.
 */
export type ReadConcern = 'local' | 'available' | 'majority' | 'linearizable'

/** All read concerns of this model. */
export const readConcerns = ['local', 'available', 'majority', 'linearizable'] as const

/** Which member is asked. */
export type ReadPreference = 'primary' | 'primaryPreferred' | 'secondary' | 'secondaryPreferred' | 'nearest'

/** All read preferences. */
export const readPreferences = ['primary', 'primaryPreferred', 'secondary', 'secondaryPreferred', 'nearest'] as const // prettier-ignore

const count = whole(1, 50)

/** The shape of a write concern in a plan. */
export const writeConcern: Shape<WriteConcern> = fields<WriteConcern>({
  w: (value, where, problems) => {
    if (value === 'majority' || value === undefined) return 'majority'
    if (typeof value === 'number' && value !== 0) return count(value, where, problems)
    const expected = "a number from 1 to 50, or 'majority' (this model has no w: 0 and no tags)"
    problems.push({ where, expected, received: shown(value) })
    return 1
  },
  j: maybe(flag) as Shape<boolean>,
  wtimeout: maybe(whole(0, 1e9)) as Shape<Ms>,
})

const known = oneOf(...readConcerns)

/** The shape of a read concern in a plan. */
export const readConcern: Shape<ReadConcern> = (value, where, problems) => {
  if (value !== 'snapshot') return known(value, where, problems)
  const expected = `one of ${readConcerns.map((one) => JSON.stringify(one)).join(', ')}; a snapshot needs transactions, which this model leaves out`
  problems.push({ where, expected, received: shown(value) })
  return 'majority'
}

/** The shape of a read preference in a plan. */
export const readPreference: Shape<ReadPreference> = oneOf(...readPreferences)
