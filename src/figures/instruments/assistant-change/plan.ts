import type { Fault, Json, Plan } from '#engine/core/types.ts'

/** What a reader changed in the assistant's plan. */
export interface Change {
  /** Put over the plan's own options. */
  readonly options?: { readonly [name: string]: Json }
  readonly faults?: readonly Fault[]
  /** When the waiter asks which cake; the question after row 3 follows 300 ms later. */
  readonly askAt?: number
}

/** The kept plan with a change; usage events are left out where only the answer is looked at. */
export function changed(plan: Plan, { options = {}, faults = [], askAt }: Change): Plan {
  const ops = plan.ops.map((op) => {
    if (askAt === undefined) return op
    if (op.do === 'ask') return { ...op, at: askAt }
    return op.do === 'follow' ? { ...op, at: askAt + 300 } : op
  })
  return {
    ...plan,
    until: Math.max(plan.until, (askAt ?? 0) + 10_000),
    options: { ...(plan.options as { readonly [name: string]: Json }), ...options },
    faults: [...plan.faults, ...faults],
    ops,
  }
}

/** What the assistant answered, and what was in its prompt. */
export interface Answer {
  readonly answer: string
  readonly passages: readonly string[]
  readonly compared: number
  readonly failed?: string
}

/** Row 3, looked for by its name: each place, and whether it's there. */
export interface Followed {
  readonly [place: string]: boolean
}
