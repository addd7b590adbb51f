import type { NodeOutline, RunOutline, StateVersion } from '#outline/types.ts'
import { lastReached } from './last-reached.ts'

/** The place among the steps of the last one at or before event `at`; -1 before the first. */
export function stepAt(
  { steps }: { readonly steps: readonly { readonly index: number }[] },
  at: number,
): number {
  return lastReached(steps.length, (place) => steps[place]!.index <= at)
}

/** The event by which a place among the steps is named: the last of the step; -1 before the first. */
export function indexAt({ steps }: Pick<RunOutline, 'steps'>, place: number): number {
  return steps[Math.min(place, steps.length - 1)]?.index ?? -1
}

/** A state line at a moment, and whether the step that led here changed it. */
export interface ShownState extends NodeOutline {
  readonly changed: ReadonlySet<string>
}

/** What each node looked like after event `at`, and what the step before `at` changed in it. */
export function statesAt(outline: RunOutline, at: number, since: number): ReadonlyMap<string, ShownState> {
  const found = new Map<string, ShownState>()
  for (const { id } of outline.nodes) {
    const now = versionAt(outline.states, id, at)
    if (now === undefined) continue
    const before = versionAt(outline.states, id, since)
    const old = new Map(before?.lines.map((line) => [line.id, line.value]))
    const changed = now.lines.filter((line) => before !== undefined && old.get(line.id) !== line.value)
    found.set(id, { ...now, changed: new Set(changed.map(({ id: line }) => line)) })
  }
  return found
}

const known = new WeakMap<readonly StateVersion[], ReadonlyMap<string, readonly StateVersion[]>>()

/** The versions of each node, in order; sorted out once for each run. */
function byNode(states: readonly StateVersion[]): ReadonlyMap<string, readonly StateVersion[]> {
  let sorted = known.get(states)
  if (sorted === undefined) {
    const versions = new Map<string, StateVersion[]>()
    for (const version of states) {
      const own = versions.get(version.node)
      if (own === undefined) versions.set(version.node, [version])
      else own.push(version)
    }
    known.set(states, (sorted = versions))
  }
  return sorted
}

function versionAt(states: readonly StateVersion[], node: string, at: number): NodeOutline | undefined {
  const versions = byNode(states).get(node) ?? []
  return versions[lastReached(versions.length, (place) => versions[place]!.index <= at)]?.state
}
