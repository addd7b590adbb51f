import type { NodeId, Run } from '#engine/core/types.ts'
import { brief } from './brief.ts'
import { ringLines } from './ring-state.ts'
import { isRecord } from './says.ts'
import { setLines } from './set-state.ts'
import type { NodeOutline, StateLine, StateVersion, Step } from './types.ts'

type State = ReturnType<Run['stateAt']> extends ReadonlyMap<string, infer One> ? One : never

/** How one node of a run is told, at a moment of virtual time. */
type Teller = (run: Run) => (node: NodeId, state: State, at: number) => readonly StateLine[]

const tellers: { readonly [system: string]: Teller } = { ring: ringLines, 'replica-set': setLines }

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
  const seen = new Map<NodeId, { readonly state: State; readonly text: string }>()
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

function tellerOf(run: Run) {
  return (tellers[run.plan.system] ?? plainLines)(run)
}

/** A learner's own program: memory and disk as they are, a line for each field. */
function plainLines() {
  return (_node: NodeId, { memory, disk }: State): readonly StateLine[] => [
    ...fieldsOf('memory', memory),
    ...fieldsOf('disk', disk),
  ]
}

const mostFields = 6

function fieldsOf(where: string, value: unknown): readonly StateLine[] {
  if (value === undefined) return []
  const fields = isRecord(value) ? Object.entries(value).filter(([, field]) => field !== undefined) : []
  if (fields.length === 0 || fields.length > mostFields)
    return [{ id: where, label: where, value: brief(value), kind: 'plain' }]
  return fields.map(([name, field]) => ({
    id: `${where} ${name}`,
    label: name,
    value: brief(field, 1),
    kind: 'plain',
    detail: where,
  }))
}
