import { type Rule, rules } from './rules.ts'
import { seconds } from './words.ts'
import { sleepMs } from './worlds.ts'
import type { WorldsFrame, WorldsActions } from './frame.ts'

/** What is shown once a rule is given. */
export interface LiftedProps {
  readonly frame: WorldsFrame
  readonly rule: Rule
  readonly actions: WorldsActions | undefined
}

/** The rule that is looked at, and how long the slow B is paused. */
export function Controls({ frame, rule, actions }: LiftedProps) {
  const alive = actions !== undefined
  return (
    <div class="worlds-controls">
      <div class="field">
        <label for={`${frame.id}-rule`}>A’s rule</label>
        <select
          id={`${frame.id}-rule`}
          disabled={!alive}
          value={rule.id}
          onChange={(event) => actions?.onTry(event.currentTarget.value)}
        >
          {rules.map(({ id, choice }) => (
            <option key={id} value={id} selected={id === rule.id}>
              {choice}
            </option>
          ))}
        </select>
      </div>
      <div class="field worlds-sleep">
        <label for={`${frame.id}-sleep`}>
          In the second world, B is paused for <output>{seconds(frame.sleep)}</output>
        </label>
        <input
          id={`${frame.id}-sleep`}
          type="range"
          min={sleepMs.least}
          max={sleepMs.most}
          step={sleepMs.step}
          value={frame.sleep}
          disabled={!alive}
          aria-valuetext={seconds(frame.sleep)}
          onInput={(event) => actions?.onSleep(Number(event.currentTarget.value))}
        />
      </div>
      <button type="button" class="button" disabled={!alive} onClick={actions?.onAgain}>
        Start over
      </button>
    </div>
  )
}
