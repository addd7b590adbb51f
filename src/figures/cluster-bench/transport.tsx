import { Act } from '#figures/controls/act.tsx'
import { momentText } from '#figures/cluster/moment.ts'
import { type Action, momentMs, present, type Session, stepsTaken } from './session.ts'
import type { PlayedRun } from './run-service.ts'

interface Props {
  readonly session: Session<PlayedRun>
  readonly dispatch: (action: Action<PlayedRun>) => void
}

const speeds = [0.25, 0.5, 1, 2, 4, 8] as const

/** Play, pause, step, step back, scrub, speed. */
export function Transport({ session, dispatch }: Props) {
  const branch = present(session)
  const last = branch?.played.outline.steps.length ?? 0
  const taken = branch === undefined ? 0 : stepsTaken(branch)
  const time = branch === undefined ? '0' : momentText(momentMs(branch))
  return (
    <div class="scrub bench-transport" role="group" aria-label="Play the run">
      <span class="bench-keys">
        <Act kind="icon" label="To the start" can={taken > 0} onAct={() => dispatch({ type: 'start' })}>
          ⇤
        </Act>
        <Act kind="icon" label="Step back" can={taken > 0} onAct={() => dispatch({ type: 'back' })}>
          ◂
        </Act>
        <Act
          kind="main bench-play"
          can={last > 0}
          onAct={() => dispatch({ type: session.isPlaying ? 'pause' : 'play' })}
        >
          {session.isPlaying ? 'Pause' : taken === last && last > 0 ? 'Run again' : 'Play'}
        </Act>
        <Act kind="icon" label="Step" can={taken < last} onAct={() => dispatch({ type: 'step' })}>
          ▸
        </Act>
        <Act kind="icon" label="To the end" can={taken < last} onAct={() => dispatch({ type: 'end' })}>
          ⇥
        </Act>
      </span>
      <input
        type="range"
        min="0"
        max={last}
        value={taken}
        aria-label="Step of the run"
        aria-valuetext={`${taken} of ${last}, ${time}`}
        disabled={last === 0}
        onInput={({ currentTarget }) => {
          const step = branch?.played.outline.steps[Number(currentTarget.value) - 1]
          dispatch({ type: 'seek', index: step?.index ?? -1 })
        }}
      />
      <span class="bench-count">
        {taken} of {last}
      </span>
      <span class="bench-speed">
        <label for="bench-speed">Speed</label>
        <select
          id="bench-speed"
          value={session.speed}
          onChange={({ currentTarget }) => dispatch({ type: 'speed', speed: Number(currentTarget.value) })}
        >
          {speeds.map((speed) => (
            <option key={speed} value={speed}>
              {speed === 0.25 ? '¼' : speed === 0.5 ? '½' : speed}×
            </option>
          ))}
        </select>
      </span>
    </div>
  )
}
