import { plan } from '#engine/core/plan/build.ts'
import type { Scenario, System } from '#engine/core/types.ts'
import { replicaSet } from '#engine/replica-set/replica-set.ts'

/** What a reader does with the set, one thing after another. `via` is the member that the cook writes to. */
export type Act =
  | { readonly do: 'write at A' }
  | { readonly do: 'write beyond the cut'; readonly via: string }
  | { readonly do: 'cut' }
  | { readonly do: 'heal' }
  | { readonly do: 'wait' }

/** How much time each act takes, so that its messages have arrived before the next. */
const lastsMs = {
  'write at A': 1_000,
  'write beyond the cut': 1_000,
  cut: 500,
  heal: 1_500,
  wait: 5_000,
} as const

/** The run begins with a second in which the members hear of each other. */
const beginMs = 1_000

/** More acts than these are refused: the oplogs no longer fit their box. */
export const mostActs = 24

const byWaiter = ['tea', 'no nuts', 'coffee', 'soup']
const byCook = ['walnut cake', 'lemon pie', 'bread', 'salad']

/** One act with its moment, its name in the plan, and what is written in it. */
export interface Placed {
  readonly act: Act
  readonly at: number
  readonly name: string
  readonly key?: string
  readonly value?: string
}

/** The acts with their moments; the last item of the pair is when the run ends. */
export function placed(acts: readonly Act[]): { readonly acts: readonly Placed[]; readonly untilMs: number } {
  let at = beginMs
  let writes = 0
  let cooked = 0
  const list = acts.map((act, index): Placed => {
    const base = { act, at, name: `act ${index + 1}` }
    at += lastsMs[act.do]
    if (act.do === 'write at A') {
      const value = byWaiter[writes++ % byWaiter.length]!
      return { ...base, key: value === 'no nuts' ? 'table 3' : `table ${4 + writes}`, value }
    }
    if (act.do === 'write beyond the cut') {
      const value = byCook[cooked++ % byCook.length]!
      return { ...base, key: value === 'walnut cake' ? 'table 3' : `table ${20 + cooked}`, value }
    }
    return base
  })
  return { acts: list, untilMs: at }
}

/** The plan of the acts: a waiter writes near A, a cook on the other side, both at `w: 1`. */
export function planOf(acts: readonly Act[]): Scenario<System> {
  const { acts: list, untilMs } = placed(acts)
  const clients = [
    { id: 'waiter', near: 'A' },
    { id: 'cook', near: 'B' },
  ]
  // Without empty entries every 10 s the oplogs hold only what the reader wrote, and each new primary's first entry.
  let story = plan(replicaSet({ noopMs: 0 }), { clients, until: untilMs, seed: 1 })
  for (const { act, at, name, key, value } of list) {
    const then = story.at(at).named(name)
    if (act.do === 'write at A') story = then.write(key!, value!, { by: 'waiter', via: 'A', level: 'ONE' })
    else if (act.do === 'write beyond the cut')
      story = then.write(key!, value!, { by: 'cook', via: act.via, level: 'ONE' })
    else if (act.do === 'cut') story = then.cut(['A', 'waiter'], ['B', 'C', 'cook'])
    else if (act.do === 'heal') story = then.mend()
  }
  return story
}
