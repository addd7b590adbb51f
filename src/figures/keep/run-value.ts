/** The side of a duel on which a plan is played. */
export type Side = 'ring' | 'replicaSet'

/** A run that a figure shows in its own way: a kept plan, and where it's played on both databases, the side. */
export interface KeptRun {
  /** What a reader chooses by, where the figure shows several. */
  readonly label: string
  readonly plan: string
  readonly side?: Side
}

/** The two runs of a plan that's played on both databases. */
export const bothSides = (plan: string): readonly KeptRun[] => [
  { label: 'on MongoDB', plan, side: 'replicaSet' },
  { label: 'on Cassandra', plan, side: 'ring' },
]

/** A run as the value of a choice. */
export function asValue({ plan, side }: Pick<KeptRun, 'plan' | 'side'>): string {
  return side === undefined ? plan : `${plan} ${side}`
}
