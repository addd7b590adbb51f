/**
 * Whether a value from outside is nested deeper than any plan, text or event is: so deep that a message to a worker
 * and a store couldn't copy it. Looks level by level, so that no depth overflows.
 */
export function isDeep(value: unknown): boolean {
  let level: readonly unknown[] = [value]
  for (let depth = 0; depth < 40; depth++) {
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []))
    if (level.length === 0) return false
  }
  return true
}
