import { href } from '#site/href.ts'

/** Where the kept plans are, by their names: what a long link differs from. */
export const plansAddress = href('/playground/cluster/plans.json')
