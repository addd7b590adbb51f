import type { ShownState } from './frame.ts'
import type { Lane } from './lanes.ts'

interface Props {
  readonly lane: Lane
  readonly state: ShownState | undefined
  readonly most: number
}

/** What one node holds and thinks, in as many lines as its lane has room for. */
export function StateLines({ lane, state, most }: Props) {
  if (lane.kind === 'client' || state === undefined) return null
  if (!state.up) return <span class="cluster-is-down">down</span>
  const shown = state.lines.slice(0, state.lines.length > most ? most - 1 : most)
  return (
    <dl class="cluster-state">
      {shown.map((line) => (
        <div
          key={line.id}
          class={`is-${line.kind}${state.changed.has(line.id) ? ' is-changed' : ''}`}
          title={line.detail}
        >
          <dt>{line.label}</dt>
          <dd>{line.value}</dd>
        </div>
      ))}
      {shown.length < state.lines.length && (
        <div class="cluster-more">
          <dt>and {state.lines.length - shown.length} more</dt>
        </div>
      )}
    </dl>
  )
}
