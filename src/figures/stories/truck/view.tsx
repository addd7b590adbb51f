import { PredictedNumber } from '#figures/controls/predicted-number.tsx'
import { counted, grouped } from '#figures/quantity.ts'
import { lanes, onLane, type Crate, type Lane } from './load.ts'
import type { TruckFrame } from './session.ts'
import { depthInWords, guessInWords, laneInWords, recordedInWords, frameInWords } from './words.ts'

/** What the reader can do; a frame drawn at build has none of it. */
interface TruckActions {
  readonly onCommit: (prediction: number) => void
  readonly onOpenAll: () => void
  readonly onDepth: (depth: number) => void
  readonly onHeap: (gibibytes: number) => void
}

/** "Unload the truck": predict how many rows travel, open every crate, then pull up the depth. */
export function TruckView({ frame, actions }: { frame: TruckFrame; actions?: TruckActions }) {
  const { phase, guess, firstTotal } = frame
  const isOpen = phase === 'open'
  return (
    <div class="truck" data-phase={phase}>
      {guess === undefined && <Prediction frame={frame} onCommit={actions?.onCommit} />}
      {(phase === 'unloading' || isOpen) && <Load frame={frame} />}
      <p class="truck-said" role="status">
        {frameInWords(frame)}
      </p>
      {phase === 'unloading' && (
        <p class="truck-buttons">
          <button type="button" class="button" onClick={actions?.onOpenAll}>
            Open them all
          </button>
        </p>
      )}
      {isOpen && guess !== undefined && <p class="truck-guess">{guessInWords(guess, firstTotal)}</p>}
      {isOpen && <Depth frame={frame} actions={actions} />}
      {isOpen && <InWords frame={frame} />}
    </div>
  )
}

function Prediction({
  frame: { options },
  onCommit,
}: {
  frame: TruckFrame
  onCommit?: TruckActions['onCommit'] | undefined
}) {
  return (
    <PredictedNumber
      id={options.id}
      kind="truck-prediction"
      row="truck-entry"
      most={options.count * 4}
      button="Lock in my prediction"
      onCommit={onCommit}
    >
      <b>Before you open it.</b> Nodes A, B and C store the same {grouped(options.count)} rows, but B never
      got row 3. You run a full repair, with trees {options.firstDepth} levels deep. How many rows travel
      between the nodes, in total, to deliver that one?
    </PredictedNumber>
  )
}

/** The four ways between the nodes, a square for each row that travels. */
function Load({ frame }: { frame: TruckFrame }) {
  let before = 0
  return (
    <div class="truck-load">
      {lanes.map((lane) => {
        const first = onLane(frame.all, lane, frame.options.missing, frame.options.firstDepth)
        const start = before
        before += first.length
        return (
          <LaneRow key={`${lane.from}${lane.to}`} lane={lane} crates={first} start={start} frame={frame} />
        )
      })}
      <ul class="truck-legend">
        <li>
          <span class="crate" data-crate="new" /> new to the receiver
        </li>
        <li>
          <span class="crate" data-crate="again" /> row 3 a second time
        </li>
        <li>
          <span class="crate" data-crate="had" /> the receiver had it already
        </li>
      </ul>
    </div>
  )
}

function LaneRow(props: { lane: Lane; crates: readonly Crate[]; start: number; frame: TruckFrame }) {
  const { lane, crates, start, frame } = props
  const travelling = crates.filter(({ until }) => until >= frame.depth).length
  return (
    <div class="truck-lane" data-lane={`${lane.from}${lane.to}`}>
      <span class="truck-way">
        <span class={`node node-${lane.from}`}>{lane.from}</span>
        <span aria-hidden="true">→</span>
        <span class="visually-hidden">to</span>
        <span class={`node node-${lane.to}`}>{lane.to}</span>
      </span>
      <span class="truck-crates" aria-hidden="true">
        {crates.map(({ id, until }, index) => (
          <span key={id} class="crate" data-crate={stateOf(id, until, start + index, lane, frame)} />
        ))}
      </span>
      <span class="truck-count">{counted(travelling, 'row')}</span>
    </div>
  )
}

function stateOf(id: number, until: number, place: number, lane: Lane, frame: TruckFrame): string {
  if (place >= frame.opened) return 'closed'
  if (until < frame.depth) return 'left'
  return id === frame.options.missing ? lane.brings : 'had'
}

function Depth({ frame, actions }: { frame: TruckFrame; actions?: TruckActions | undefined }) {
  const { options, asked, gibibytes } = frame
  const { id, firstDepth, deepestAsked, heaps } = options
  return (
    <div class="truck-depth" data-stop={frame.stop}>
      <div class="field">
        <label for={`${id}-depth`}>
          Tree depth asked for <output>{asked}</output>
        </label>
        <input
          id={`${id}-depth`}
          type="range"
          min={firstDepth}
          max={deepestAsked}
          step="1"
          value={asked}
          disabled={actions === undefined}
          aria-describedby={`${id}-depth-said`}
          onInput={(event) => actions?.onDepth(Number(event.currentTarget.value))}
        />
      </div>
      <div class="field">
        <label for={`${id}-heap`}>Heap of each node</label>
        <select
          id={`${id}-heap`}
          disabled={actions === undefined}
          value={String(gibibytes)}
          onChange={(event) => actions?.onHeap(Number(event.currentTarget.value))}
        >
          {heaps.map((heap) => (
            <option
              key={heap.gibibytes}
              value={String(heap.gibibytes)}
              selected={heap.gibibytes === gibibytes}
            >
              {heap.gibibytes} GiB
            </option>
          ))}
        </select>
      </div>
      <p id={`${id}-depth-said`} class="truck-depth-said">
        {depthInWords(frame)}
      </p>
      <p class="truck-recorded">{recordedInWords(frame)}</p>
    </div>
  )
}

/** The load in words: the figure's text alternative. */
function InWords({ frame }: { frame: TruckFrame }) {
  return (
    <details class="truck-log fold">
      <summary>The load in words</summary>
      <ul>
        {lanes.map((lane) => (
          <li key={`${lane.from}${lane.to}`}>{laneInWords(lane, frame)}</li>
        ))}
      </ul>
    </details>
  )
}
