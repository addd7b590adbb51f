import { Component } from 'preact'
import type { RunOutline } from '#outline/types.ts'
import { conditionsOf } from './conditions.ts'
import type { ShownState } from './frame.ts'
import type { Lane } from './lanes.ts'

interface Props {
  readonly outline: RunOutline
  readonly lanes: readonly Lane[]
  readonly states: ReadonlyMap<string, ShownState>
  readonly at: number
}

interface HeadsProps extends Props {
  readonly onPick: ((id: string) => void) | undefined
  /** The page's script hasn't come yet: what will be a button has its place. */
  readonly isAsleep?: boolean | undefined
}

/** Most steps change what no node holds: then what stands here stays as it is. */
abstract class Still<P extends Props> extends Component<P> {
  override shouldComponentUpdate(next: P): boolean {
    const { outline, lanes, states } = this.props
    const { cuts, outages: lives, clocks } = outline
    return (
      outline !== next.outline ||
      lanes !== next.lanes ||
      cuts.length + lives.length + clocks.length > 0 ||
      lanes.some(({ id }) => {
        const [now, then] = [states.get(id), next.states.get(id)]
        return now?.lines !== then?.lines || (now?.changed.size ?? 0) + (then?.changed.size ?? 0) > 0
      })
    )
  }
}

/** Who each lane is; where there is room, also what it holds and what is wrong with it. */
export class Heads extends Still<HeadsProps> {
  override shouldComponentUpdate(next: HeadsProps): boolean {
    return this.props.isAsleep !== next.isAsleep || super.shouldComponentUpdate(next)
  }

  override render(props: HeadsProps) {
    return drawHeads({ ...props, onPick: props.onPick && ((id) => this.props.onPick?.(id)) })
  }
}

function drawHeads({ onPick, isAsleep, ...props }: HeadsProps) {
  return (
    <ul class="cluster-heads">
      {props.lanes.map((lane) => (
        <li
          key={lane.id}
          class={`lane-${lane.height}${lane.opensGroup ? ' opens-group' : ''} is-${lane.kind}`}
          data-head={lane.id}
        >
          {lane.opensGroup && <span class="cluster-datacentre">{lane.datacentre ?? 'no datacentre'}</span>}
          {lane.kind === 'node' && onPick && isAsleep === true ? (
            <span class="cluster-pick">
              <Name lane={lane} />
            </span>
          ) : lane.kind === 'node' && onPick ? (
            <button
              type="button"
              class="cluster-pick"
              aria-label={`${lane.id}: do something to it`}
              onClick={() => onPick(lane.id)}
            >
              <Name lane={lane} />
            </button>
          ) : (
            <Name lane={lane} />
          )}
          <StateLines {...props} lane={lane} most={Math.floor((lane.height - 6) / 18)} />
        </li>
      ))}
    </ul>
  )
}

/** The same as cards, where the heads are narrow. */
export class Cards extends Still<Props> {
  override render(props: Props) {
    return drawCards(props)
  }
}

function drawCards(props: Props) {
  const shown = props.lanes.filter(
    (lane) =>
      (lane.kind === 'node' && props.states.has(lane.id)) ||
      conditionsOf(props.outline, lane, props.at).length > 0,
  )
  if (shown.length === 0) return null
  return (
    <ul class="cluster-now">
      {shown.map((lane) => (
        <li key={lane.id} data-now={lane.id}>
          <Name lane={lane} />
          <StateLines {...props} lane={lane} most={Infinity} />
        </li>
      ))}
    </ul>
  )
}

function Name({ lane: { id, kind, look, hollow } }: { lane: Lane }) {
  if (kind === 'client') return <span class="cluster-who">{id}</span>
  return (
    <span class={`node ${look}${hollow ? ' cluster-hollow' : ''}`} title={id.length > 8 ? id : undefined}>
      <span class="cluster-letter">{id}</span>
    </span>
  )
}

/** The lines that tell most, in their order: what has just changed, then what others hold otherwise, then the rest. */
function tellingLines(
  state: ShownState | undefined,
  states: ReadonlyMap<string, ShownState>,
  count: number,
): ShownState['lines'] {
  if (state === undefined) return []
  const others = [...states.values()].filter(({ up }) => up)
  const isShared = ({ id, value }: ShownState['lines'][number]) =>
    others.every((other) => other.lines.some((line) => line.id === id && line.value === value))
  const rank = (line: ShownState['lines'][number]) =>
    state.changed.has(line.id) ? 0 : isShared(line) ? 2 : 1
  const chosen = new Set(state.lines.toSorted((one, other) => rank(one) - rank(other)).slice(0, count))
  return state.lines.filter((line) => chosen.has(line))
}

/** As many lines as there is room for; what is wrong comes first. */
function StateLines({
  outline,
  lane,
  states,
  at,
  most,
}: Props & { readonly lane: Lane; readonly most: number }) {
  const state = states.get(lane.id)
  const conditions = conditionsOf(outline, lane, at)
  if (state?.up === false) return <span class="cluster-is-down">down</span>
  const lines = state?.lines ?? []
  const room = Math.max(0, most - conditions.length)
  const shown = lines.length > room ? tellingLines(state, states, Math.max(0, room - 1)) : lines
  if (conditions.length + lines.length === 0) return null
  return (
    <dl class="cluster-state">
      {conditions.map(({ kind, text }) => (
        <div key={kind} class={`is-${kind}`}>
          <dt>{text}</dt>
        </div>
      ))}
      {shown.map((line) => (
        <div
          key={line.id}
          class={`is-${line.kind}${state?.changed.has(line.id) ? ' is-changed' : ''}`}
          title={line.detail}
        >
          <dt>{line.label}</dt>
          <dd>{line.value}</dd>
        </div>
      ))}
      {shown.length < lines.length && (
        <div class="cluster-more">
          <dt>and {lines.length - shown.length} more</dt>
        </div>
      )}
    </dl>
  )
}
