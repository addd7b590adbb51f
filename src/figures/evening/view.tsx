import { hasAt, isHeld, type Drift } from './drift.ts'
import { momentInWords, tableNumber } from './words.ts'

interface EveningActions {
  readonly onPlay: () => void
  readonly onMoment: (atMs: number) => void
  readonly onDead: (deadMs: number) => void
  readonly onRepair: (isRepaired: boolean) => void
}

interface EveningFrame {
  readonly id: string
  readonly drift: Drift
  readonly atMs: number
  readonly isPlaying: boolean
  readonly deadMs: number
  readonly isRepaired: boolean
  /** Without them (no JavaScript, or not yet) the frame is a picture: nothing on it can be pressed. */
  readonly actions?: EveningActions
}

/** Which kitchen holds which order at a moment, above the evening's line of time. */
export function EveningView({ id, drift, atMs, isPlaying, deadMs, isRepaired, actions }: EveningFrame) {
  const { verdict, rest, isEqual } = momentInWords(drift, atMs)
  const dead = !actions
  return (
    <div class="evening">
      <header>
        <h2 class="title" id={`${id}-title`}>
          One evening, three kitchens
        </h2>
        <div class="controls">
          <button type="button" class="button main" disabled={dead} onClick={() => actions?.onPlay()}>
            {isPlaying ? 'Pause' : 'Play'}
          </button>
        </div>
      </header>
      <Board drift={drift} atMs={atMs} />
      <TimeStrip drift={drift} atMs={atMs} />
      <div class="scrub">
        <label for={`${id}-moment`}>Time</label>
        <input
          id={`${id}-moment`}
          type="range"
          min="0"
          max={drift.untilMs}
          step="100"
          value={atMs}
          disabled={dead}
          aria-valuetext={`${verdict} ${rest}`}
          onInput={(event) => actions?.onMoment(Number(event.currentTarget.value))}
        />
        <output for={`${id}-moment`}>{(atMs / 1000).toFixed(1)} s</output>
      </div>
      <p class="evening-words caption">
        <span class={isEqual ? 'verdict holds' : 'verdict broken'}>{verdict}</span> {rest}
      </p>
      <div class="evening-choices">
        <label for={`${id}-dead`}>
          B is cut off for <output>{(deadMs / 1000).toFixed(1)} s</output>
        </label>
        <input
          id={`${id}-dead`}
          type="range"
          min="0"
          max="7000"
          step="500"
          value={deadMs}
          disabled={dead}
          aria-valuetext={`${(deadMs / 1000).toFixed(1)} seconds`}
          onInput={(event) => actions?.onDead(Number(event.currentTarget.value))}
        />
        <label class="evening-repair">
          <input
            type="checkbox"
            checked={isRepaired}
            disabled={dead}
            onChange={(event) => actions?.onRepair(event.currentTarget.checked)}
          />{' '}
          Run a repair at 10 s
        </label>
      </div>
    </div>
  )
}

/** Rows are kitchens, columns are orders: a hole in a row is a slip that nobody there knows to miss. */
function Board({ drift, atMs }: { drift: Drift; atMs: number }) {
  return (
    <div class="evening-board stage">
      <table>
        <caption class="visually-hidden">
          Which kitchen has which order at {(atMs / 1000).toFixed(1)} s
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <span class="visually-hidden">Kitchen</span>
            </th>
            {drift.orders.map(({ key, value }) => (
              <th scope="col" key={key} class={value === 'no nuts' ? 'is-ours' : undefined}>
                <span class="evening-table">{tableNumber(key)}</span>
                <span class="evening-dish">{value}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {drift.nodes.map((node) => (
            <tr key={node}>
              <th scope="row">
                <span class={`node node-${node}`}>{node}</span>
              </th>
              {drift.orders.map((order) => (
                <Slip
                  key={order.key}
                  state={stateOf(drift, order.key, node, atMs)}
                  isTaker={order.taken.by === node}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type SlipState = 'has' | 'lacks' | 'not yet' | 'repaired'

const said: Record<SlipState, string> = {
  has: 'has it',
  lacks: 'is missing it',
  'not yet': 'not ordered yet',
  repaired: 'got it from the repair',
}

function Slip({ state, isTaker }: { state: SlipState; isTaker: boolean }) {
  return (
    <td>
      <span class={`slip slip-${state.replace(' ', '-')}`}>
        <span class="visually-hidden">
          {said[state]}
          {isTaker && state === 'has' ? ', took the order' : ''}
        </span>
      </span>
    </td>
  )
}

function stateOf(drift: Drift, key: string, node: string, atMs: number): SlipState {
  const order = drift.orders.find((one) => one.key === key)!
  if (!isHeld(order, atMs)) return 'not yet'
  if (!hasAt(order, node, atMs)) return 'lacks'
  return drift.repair !== undefined && order.arrivedMs[node]! >= drift.repair.fromMs ? 'repaired' : 'has'
}

const height = 74
const ground = 62

/** The evening from left to right: when the line was dead, how many copies were missing, when the repair ran. */
function TimeStrip({ drift, atMs }: { drift: Drift; atMs: number }) {
  const { untilMs, dead, repair, missing } = drift
  const x = (ms: number) => `${((ms / untilMs) * 100).toFixed(3)}%`
  const most = Math.max(4, ...missing.map(({ copies }) => copies))
  const steps = missing.map(({ atMs: from, copies }, index) => ({
    from,
    to: missing[index + 1]?.atMs ?? untilMs,
    copies,
  }))
  return (
    <svg class="evening-strip" height={height} width="100%" aria-hidden="true">
      {dead && (
        <rect
          class="dead-line"
          x={x(dead.fromMs)}
          width={x(Math.min(dead.toMs, untilMs) - dead.fromMs)}
          y="0"
          height={ground}
        />
      )}
      {dead && (
        <text class="dead-words" x={x(dead.fromMs)} dx="5" y="14">
          B’s link is cut
        </text>
      )}
      <text class="area-words" x="0" y={ground - 24}>
        copies missing
      </text>
      {repair && <rect class="repair-time" x={x(repair.fromMs)} width="3" y="0" height={ground} />}
      {repair && (
        <text class="repair-words" x={x(repair.fromMs)} dx="8" y="14">
          repair
        </text>
      )}
      {steps.map(({ from, to, copies }) => (
        <rect
          key={from}
          class="drift-area"
          x={x(from)}
          width={x(to - from)}
          y={ground - (copies / most) * 40}
          height={(copies / most) * 40}
        />
      ))}
      <line class="ground" x1="0" x2="100%" y1={ground} y2={ground} />
      {drift.orders.map(({ key, taken }) => (
        <line
          key={key}
          class="order-tick"
          x1={x(taken.atMs)}
          x2={x(taken.atMs)}
          y1={ground}
          y2={ground + 6}
        />
      ))}
      <line class="playhead" x1={x(atMs)} x2={x(atMs)} y1="0" y2={height} />
    </svg>
  )
}
