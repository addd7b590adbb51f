import { type Drift } from './drift.ts'
import { momentInWords } from './words.ts'
import { Board } from './board.tsx'
import { TimeStrip } from './strip.tsx'

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
