import { bandwidthText, durationText } from '#figures/quantity.ts'
import { bandwidthChoices, type Link, roundTripChoicesMs } from './cost.ts'

interface Props {
  readonly id: string
  readonly link: Link
  readonly onChange: (link: Link) => void
}

/** Two sliders over {@link roundTripChoicesMs} and {@link bandwidthChoices}. */
export function LinkControls({ id, link, onChange }: Props) {
  const position = (choices: readonly number[], value: number) => Math.max(0, choices.indexOf(value))
  return (
    <div class="link-controls">
      <label for={`${id}-round-trip`}>
        Round trip <output>{durationText(link.roundTripMs)}</output>
      </label>
      <input
        id={`${id}-round-trip`}
        type="range"
        min="0"
        max={roundTripChoicesMs.length - 1}
        value={position(roundTripChoicesMs, link.roundTripMs)}
        aria-valuetext={durationText(link.roundTripMs)}
        onInput={(event) =>
          onChange({
            ...link,
            roundTripMs: roundTripChoicesMs[Number(event.currentTarget.value)] ?? link.roundTripMs,
          })
        }
      />
      <label for={`${id}-bandwidth`}>
        Bandwidth <output>{bandwidthText(link.megabitsPerSecond)}</output>
      </label>
      <input
        id={`${id}-bandwidth`}
        type="range"
        min="0"
        max={bandwidthChoices.length - 1}
        value={position(bandwidthChoices, link.megabitsPerSecond)}
        aria-valuetext={bandwidthText(link.megabitsPerSecond)}
        onInput={(event) =>
          onChange({
            ...link,
            megabitsPerSecond: bandwidthChoices[Number(event.currentTarget.value)] ?? link.megabitsPerSecond,
          })
        }
      />
    </div>
  )
}
