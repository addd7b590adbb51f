import type { Plan } from '../core/types.ts'

/** Keys that are told of each replica, at most: those that the plan names first. */
const mostKeys = 4

/** The keys that a plan's operations name, each once, in the order in which they come up. */
export function keysOf(ops: Plan['ops']): readonly string[] {
  const keys = ops.flatMap(({ args }) => {
    const key = (args as { readonly key?: unknown } | null)?.key
    return typeof key === 'string' ? [key] : []
  })
  return [...new Set(keys)].slice(0, mostKeys)
}
