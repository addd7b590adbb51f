import { Act } from '#figures/controls/act.tsx'
import type { ComponentChildren } from 'preact'
import type { Exchange, Link } from '#figures/link/cost.ts'
import { totalMs } from '#figures/link/cost.ts'
import { bytesText, durationText, grouped, percentText } from '#figures/quantity.ts'
import { type PictureNode, TreePicture } from '#figures/tree/picture.tsx'
import type { Pair } from './pair.ts'
import { comparisonInWords } from './words.ts'

/** Everything that a tree figure shows at one moment, whichever kind of tree it is. */
export interface MerkleFrame {
  readonly id: string
  /** "row" or "partition". */
  readonly unit: string
  /** A's tree and B's, as drawn by now; undefined when there's nothing to compare. */
  readonly drawn: readonly [PictureNode, PictureNode] | undefined
  /** The comparisons of the whole walk, in order; the reader has seen the first `step`. */
  readonly walk: readonly Pair[]
  readonly step: number
  /** Why there is no walk, in words for the reader. */
  readonly refusal: string | undefined
  /** What to say before the first comparison, if not the usual. */
  readonly before?: string | undefined
  readonly walkExchange: Exchange | undefined
  readonly link: Link
  /** What is sent once the walk is over; undefined before. */
  readonly streams: string | undefined
  readonly busy: number | undefined
}

interface Props {
  readonly frame: MerkleFrame
  readonly onStep?: ((step: number) => void) | undefined
  readonly children?: ComponentChildren
}

/** Two trees beside each other, the walk over them step by step, and what it has cost so far. */
export function MerkleView({ frame, onStep, children }: Props) {
  const { drawn, walk, step } = frame
  const last = walk.length
  return (
    <div class="merkle">
      <div class="merkle-stage stage two">
        <Side letter="A" root={drawn?.[0]} unit={frame.unit} />
        <Side letter="B" root={drawn?.[1]} unit={frame.unit} />
      </div>
      <div class="scrub merkle-scrub">
        <Act
          kind="icon"
          label="Step back"
          alive={onStep !== undefined}
          can={step > 0}
          onAct={() => onStep?.(step - 1)}
        >
          ◂
        </Act>
        <Act kind="main" alive={onStep !== undefined} can={step < last} onAct={() => onStep?.(step + 1)}>
          Step <span aria-hidden="true">▸</span>
        </Act>
        <input
          type="range"
          min="0"
          max={last}
          value={step}
          aria-label="Comparison"
          aria-valuetext={`${step} of ${last}`}
          disabled={onStep === undefined || last === 0}
          onInput={(event) => onStep?.(Number(event.currentTarget.value))}
        />
        <span class="merkle-count">
          {grouped(step)}
          {step === last && last > 0 ? ', done' : ''}
        </span>
      </div>
      <p class="merkle-said" role="status">
        {said(frame)}
      </p>
      <CostSoFar frame={frame} />
      {children}
      <WalkLog frame={frame} />
    </div>
  )
}

function Side({ letter, root, unit }: { letter: 'A' | 'B'; root: PictureNode | undefined; unit: string }) {
  return (
    <div class="merkle-side">
      <span class={`node node-${letter}`}>{letter}</span>
      {root ? <TreePicture root={root} side={letter} unit={unit} /> : <p class="merkle-none">No descent</p>}
    </div>
  )
}

function said({ refusal, busy, walk, step, unit, streams, before }: MerkleFrame): string {
  if (busy !== undefined) return `Hashing: ${percentText(busy)}.`
  if (refusal !== undefined) return refusal
  const now = walk[step - 1]
  if (now === undefined)
    return before ?? 'Nothing is compared yet. With each step A asks B for a hash, starting with the root.'
  return `${comparisonInWords(now, unit)}${step === walk.length && streams ? ` ${streams}` : ''}`
}

function CostSoFar({ frame }: { frame: MerkleFrame }) {
  const { walkExchange, step, link } = frame
  if (walkExchange === undefined) return null
  return (
    <dl class="meter merkle-meter">
      <div data-cost="hashes">
        <dt>Hashes compared</dt>
        <dd>{grouped(step)}</dd>
      </div>
      <div data-cost="bytes">
        <dt>Received from B</dt>
        <dd>{bytesText(walkExchange.bytes)}</dd>
      </div>
      <div data-cost="trips">
        <dt>Round trips</dt>
        <dd>{grouped(walkExchange.roundTrips)}</dd>
      </div>
      <div data-cost="time">
        <dt>Time at {durationText(link.roundTripMs)} a round trip</dt>
        <dd>{durationText(totalMs(walkExchange, link))}</dd>
      </div>
    </dl>
  )
}

/** Every comparison in words: the figure's text alternative. A long descent shows its last 200 steps. */
function WalkLog({ frame }: { frame: MerkleFrame }) {
  const seen = frame.walk.slice(0, frame.step)
  const shown = seen.length > 200 ? seen.slice(-200) : seen
  return (
    <details class="fold merkle-log">
      <summary>Text version: the comparisons ({grouped(frame.step)})</summary>
      {seen.length === 0 ? (
        <p>Nothing is compared yet.</p>
      ) : (
        <ol start={seen.length - shown.length + 1}>
          {shown.map((pair) => (
            <li key={pair.key} data-compared={pair.key} data-equal={String(pair.equal)}>
              {comparisonInWords(pair, frame.unit)}
            </li>
          ))}
        </ol>
      )}
    </details>
  )
}
