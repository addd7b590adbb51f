import { bandwidthText, durationText } from '#figures/quantity.ts'
import { bandwidthChoices, type Link, roundTripChoicesMs } from './cost.ts'

interface Props {
  readonly id: string
  readonly link: Link
  readonly onChange: (link: Link) => void
}

/** Two sliders over {@link roundTripChoicesMs} and {@link bandwidthChoices}. */
export function LinkControls({ id, link, onChange }: Props) {
  return (
    <div class="link-controls">
      <Notches
        id={`${id}-round-trip`}
        label="Round trip"
        choices={roundTripChoicesMs}
        value={link.roundTripMs}
        said={durationText}
        onChange={(roundTripMs) => onChange({ ...link, roundTripMs })}
      />
      <Notches
        id={`${id}-bandwidth`}
        label="Bandwidth"
        choices={bandwidthChoices}
        value={link.megabitsPerSecond}
        said={bandwidthText}
        onChange={(megabitsPerSecond) => onChange({ ...link, megabitsPerSecond })}
      />
    </div>
  )
}

interface NotchesProps {
  readonly id: string
  readonly label: string
  readonly choices: readonly number[]
  readonly value: number
  readonly said: (value: number) => string
  readonly onChange: (value: number) => void
}

/** A slider that stops at these choices and at nothing between them. */
function Notches({ id, label, choices, value, said, onChange }: NotchesProps) {
  return (
    <>
      <label for={id}>
        {label} <output>{said(value)}</output>
      </label>
      <input
        id={id}
        type="range"
        min="0"
        max={choices.length - 1}
        value={Math.max(0, choices.indexOf(value))}
        aria-valuetext={said(value)}
        onInput={(event) => onChange(choices[Number(event.currentTarget.value)] ?? value)}
      />
    </>
  )
}
