import { href } from '#site/href.ts'

/** The address at which the playground opens a fragment, such as a plan's. */
export const playgroundAt = (fragment: string): string => href('/playground/cluster/') + fragment
