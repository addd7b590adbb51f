import type { NodeId, NodeState, Run } from '#engine/core/types.ts'
import { faceOf, type StateLine } from '#engine/face/face.ts'
import { plainLines } from '#engine/face/plain-lines.ts'
import type { NodeOutline, StateVersion, Step } from './types.ts'

/** Every node after event `index`, in lines for people. Needs a run recorded with 'states'. */
export function stateOutline(run: Run, index: number): { readonly [node: NodeId]: NodeOutline } {
  const tell = tellerOf(run)
  const at = run.trace[Math.max(0, index)]?.at ?? 0
  return Object.fromEntries(
    [...run.stateAt(index)].map(([node, state]) => [node, { up: state.up, lines: tell(node, state, at) }]),
  )
}

/** Each node's outline before the first step (index -1), and whenever one of the steps has changed it. */
export function stateVersions(run: Run, steps: readonly Step[]): readonly StateVersion[] {
  const tell = tellerOf(run)
  const versions: StateVersion[] = []
  const seen = new Map<NodeId, { readonly state: NodeState; readonly text: string }>()
  // Before the first step nodes have booted, which is no step of its own.
  const first = { index: -1, event: (steps[0]?.from ?? run.trace.length) - 1 }
  for (const { index, event } of [
    first,
    ...steps.map((step) => ({ index: step.index, event: step.index })),
  ]) {
    const at = run.trace[Math.max(0, event)]?.at ?? 0
    for (const [node, state] of run.stateAt(event)) {
      const before = seen.get(node)
      // States are replaced, never changed: the same object says the same, but for what time alone lets expire.
      if (before?.state === state) continue
      const outline = { up: state.up, lines: tell(node, state, at) }
      const text = JSON.stringify(outline)
      seen.set(node, { state, text })
      if (before?.text !== text) versions.push({ index, node, state: outline })
    }
  }
  return versions
}

function tellerOf({ plan }: Run): (node: NodeId, state: NodeState, at: number) => readonly StateLine[] {
  return faceOf(plan.system).stateLines?.(plan) ?? ((_node, state) => plainLines(state))
}
