import { dishes } from '#engine/assistant/api.ts'
import { momentText } from '#figures/cluster/moment.ts'
import { delaysMs, lagRunOf, lagValues, type LagDial, type LagRun, type LagSetting } from './data.ts'

/** Everything that the figure shows at one moment. */
export interface LagFrame {
  readonly runs: readonly LagRun[]
  readonly setting: LagSetting
}

/** What the reader can do; a frame drawn at build has none of it. */
export interface LagActions {
  readonly onDial: (dial: LagDial, value: number) => void
}

const dialNames = {
  embedMs: 'one embedding takes',
  before: 'messages waiting before it',
} as const

/** How soon a message can be found, as the job that feeds the index gets slower or busier. */
export function LagView({ frame, actions }: { readonly frame: LagFrame; readonly actions?: LagActions }) {
  const { answers } = lagRunOf(frame.runs, frame.setting)
  return (
    <div class="dials">
      <div class="dials-ways">
        {(Object.keys(lagValues) as LagDial[]).map((dial) => (
          <label key={dial}>
            {dialNames[dial]}{' '}
            <select
              value={String(frame.setting[dial])}
              disabled={actions === undefined}
              onChange={(event) => actions?.onDial(dial, Number(event.currentTarget.value))}
            >
              {lagValues[dial].map((value) => (
                <option value={String(value)}>{dial === 'embedMs' ? momentText(value) : value}</option>
              ))}
            </select>
          </label>
        ))}
      </div>
      <p class="dials-said" aria-live="polite">
        {lagSaid(frame)}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">when the waiter asks</th>
            <th scope="col">the assistant says</th>
          </tr>
        </thead>
        <tbody>
          {delaysMs.map((delay, index) => (
            <tr key={delay}>
              <th scope="row">{momentText(delay)} later</th>
              <td>{answers[index]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** From when on the answers are right, in words. */
export function lagSaid({ runs, setting }: LagFrame): string {
  const { answers } = lagRunOf(runs, setting)
  const first = answers.indexOf(dishes.safe)
  if (first < 0) return `After ${momentText(delaysMs.at(-1)!)} the index still doesn’t know of the nuts.`
  if (first === 0) return `After ${momentText(delaysMs[0]!)} the index knows of the nuts.`
  return `After ${momentText(delaysMs[first - 1]!)} the index doesn’t know of the nuts yet; after ${momentText(delaysMs[first]!)} it does.`
}
