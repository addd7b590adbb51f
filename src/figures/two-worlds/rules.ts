import type { Ms } from '#engine/core/types.ts'

/** What A does about a kitchen that doesn’t answer. */
export interface Rule {
  readonly id: string
  readonly patienceMs: Ms | null
  /** As the reader chooses it. */
  readonly choice: string
  /** In a table's row. */
  readonly short: string
}

/** When B may be declared dead, the most impatient rule first; `null` is never. */
export const rules: readonly Rule[] = [
  { id: 'now', patienceMs: 6_000, choice: 'Declare B dead now', short: 'after 6 s' },
  {
    id: 'ten',
    patienceMs: 10_000,
    choice: 'Wait until B has been silent for 10 seconds',
    short: 'after 10 s',
  },
  {
    id: 'eighteen',
    patienceMs: 18_000,
    choice: 'Wait until B has been silent for 18 seconds',
    short: 'after 18 s',
  },
  {
    id: 'minute',
    patienceMs: 60_000,
    choice: 'Wait until B has been silent for a minute',
    short: 'after 60 s',
  },
  { id: 'never', patienceMs: null, choice: 'Wait for B, however long it takes', short: 'never' },
]

/** A rule by its name. @throws RangeError that lists the names */
export function ruleOf(id: string): Rule {
  const found = rules.find((rule) => rule.id === id)
  if (found === undefined)
    throw new RangeError(`a rule is one of ${rules.map((rule) => rule.id).join(', ')}; received "${id}"`)
  return found
}
