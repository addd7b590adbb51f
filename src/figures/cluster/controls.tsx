import type { Playing } from './playing.ts'
import { Act } from '#figures/controls/act.tsx'
import { wantsStill } from '#figures/motion.ts'

interface Props {
  /** The step that is shown, from 0; -1 before the first. */
  readonly place: number
  readonly last: number
  /** More is to come that may not be counted yet. */
  readonly open: boolean
  readonly alive: boolean
  readonly playing: Playing | undefined
  /** Playing is the way to look at this run, and stepping is the slider's. */
  readonly isFilm: boolean
  readonly onGo: (place: number) => void
  /** Where a step forward and a step back lead: over what shows nothing new. */
  readonly next: number
  readonly before: number
}

/** Step back, play, step, scrub: all that a lesson needs. */
export function ClusterControls({ place, last, open, alive, playing, isFilm, onGo, next, before }: Props) {
  return (
    <div class="scrub cluster-controls">
      <Act kind="icon" label="Step back" alive={alive} can={place >= 0} onAct={() => onGo(before)}>
        ◂
      </Act>
      {playing !== undefined && !(alive && wantsStill()) && (
        <button
          type="button"
          class={`button${isFilm ? ' main cluster-go' : ''}`}
          disabled={!alive || last < 0}
          onClick={playing.toggle}
        >
          {playing.isOn ? 'Pause' : 'Play'}
        </button>
      )}
      {(!isFilm || (alive && wantsStill())) && (
        <Act kind="main cluster-go" alive={alive} can={place < last} onAct={() => onGo(next)}>
          Step <span aria-hidden="true">▸</span>
        </Act>
      )}
      <input
        type="range"
        min="-1"
        max={last}
        value={place}
        aria-label="Step of the run"
        aria-valuetext={open ? `${place + 1}` : `${place + 1} of ${last + 1}`}
        disabled={!alive}
        onInput={(event) => onGo(Number(event.currentTarget.value))}
      />
      <span class="cluster-count">{open ? `step ${place + 1}` : `${place + 1} of ${last + 1}`}</span>
    </div>
  )
}
