import type { RunOutline } from '#engine/outline/types.ts'
import { counted } from '#figures/quantity.ts'
import { stepAt } from './frame.ts'
import { lanesOf } from './lanes.ts'
import { momentText } from './moment.ts'

interface Props {
  readonly outline: RunOutline
  /** Steps after this event are not told. */
  readonly at: number
  readonly onPickMoment?: ((index: number) => void) | undefined
}

/** How many rows stand in the page at once. */
const mostRows = 200

/** The run in words: a row for each step that the picture has drawn by now, in the same order. */
export function ClusterLog({ outline, at, onPickMoment }: Props) {
  const place = stepAt(outline, at)
  const seen = outline.steps.slice(0, place + 1)
  const shown = seen.slice(-mostRows)
  const looks = new Map(lanesOf(outline).map(({ id, look }) => [id, look]))
  return (
    <details class="fold cluster-log">
      <summary>The run in words ({counted(seen.length, 'step')})</summary>
      {shown.length < seen.length && (
        <p class="soft">
          The first {seen.length - shown.length} steps are left out here: step back to see them.
        </p>
      )}
      {seen.length === 0 ? (
        <p>Nothing has happened yet.</p>
      ) : (
        <ol start={seen.length - shown.length + 1}>
          {shown.map((step) => (
            <li
              key={step.index}
              data-row={step.index}
              data-sends={step.sends.join('|')}
              data-ends={step.ends.join('|')}
              aria-current={step.index === outline.steps[place]?.index ? 'step' : undefined}
            >
              <span class="cluster-row-time">{momentText(step.at)}</span>
              <span class={looks.get(step.node) ? `node ${looks.get(step.node)}` : 'cluster-who'}>
                {step.node}
              </span>
              <span class="cluster-row-text">
                {onPickMoment ? (
                  <button type="button" onClick={() => onPickMoment(step.index)}>
                    {step.text}
                  </button>
                ) : (
                  step.text
                )}
              </span>
            </li>
          ))}
        </ol>
      )}
    </details>
  )
}
