import { Component } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { RunOutline, Step } from '#outline/types.ts'
import { useHydrated } from '#figures/hydrated.ts'
import { counted, grouped } from '#figures/quantity.ts'
import type { Axis } from './axis.ts'
import { changesOf } from './changes.ts'
import { stepAt } from './frame.ts'
import { lanesOf } from './lanes.ts'
import { momentText } from './moment.ts'

interface Props {
  readonly outline: RunOutline
  readonly axis: Axis
  /** Steps after this event aren't told. */
  readonly at: number
  readonly isFresh?: boolean | undefined
  readonly onPickMoment?: ((index: number) => void) | undefined
}

/** How many rows stand in the page at once. */
export const mostRows = 60

/** The run in words: a row for each step that the picture has drawn by now, in the same order, and one for each fold. */
export function ClusterLog({ outline, axis, at, isFresh, onPickMoment }: Props) {
  // The build writes all rows; a page in motion keeps them only while they're open, or printed.
  const alive = useHydrated(isFresh)
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const open = () => setOpen(true)
    addEventListener('beforeprint', open)
    return () => removeEventListener('beforeprint', open)
  }, [])
  const place = stepAt(outline, at)
  const first = Math.max(0, place + 1 - mostRows)
  const shown = outline.steps.slice(first, place + 1)
  const looks = new Map(lanesOf(outline).map(({ id, look }) => [id, look]))
  const folds = new Map(axis.folds.map((fold) => [fold.to, fold]))
  return (
    <details class="fold cluster-log" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary onClick={() => setOpen(true)}>Text version ({counted(place + 1, 'step')})</summary>
      {first > 0 && <p class="soft">Step back to see the first {grouped(first)} steps.</p>}
      {shown.length === 0 && <p>Nothing has happened yet.</p>}
      {(isOpen || !alive) && shown.length > 0 && (
        <ol>
          {shown.map((step, index) => {
            const fold = outline.steps[first + index - 1]?.at === step.at ? undefined : folds.get(step.at)
            return (
              <Row
                key={step.index}
                outline={outline}
                place={first + index}
                step={step}
                look={looks.get(step.node) ?? ''}
                fold={fold && quietText(fold.text, fold.chatter)}
                isCurrent={first + index === place}
                onPick={onPickMoment}
              />
            )
          })}
        </ol>
      )}
    </details>
  )
}

function quietText(span: string, chatter: number): string {
  if (chatter === 0) return `${span}: nothing happens.`
  return `${span}: ${counted(chatter, 'background message')}, nothing changes.`
}

interface RowProps {
  readonly outline: RunOutline
  readonly place: number
  readonly step: Step
  readonly look: string
  /** The quiet stretch before it. */
  readonly fold: string | undefined
  readonly isCurrent: boolean
  readonly onPick: ((index: number) => void) | undefined
}

/** A row changes only when it becomes the current one or is no longer: a long log stays cheap. */
class Row extends Component<RowProps> {
  override shouldComponentUpdate(next: RowProps): boolean {
    const { step, isCurrent, onPick, look } = this.props
    return (
      next.step !== step ||
      next.isCurrent !== isCurrent ||
      next.look !== look ||
      (next.onPick === undefined) !== (onPick === undefined)
    )
  }

  override render({ outline, place, step, look, fold, isCurrent, onPick }: RowProps) {
    const changes = changesOf(outline, place)
    const text = [step.text, ...changes.map((change) => `Now ${change.node}: ${change.text}.`)].join(' ')
    return (
      <li
        data-row={step.index}
        data-sends={step.sends.join('|')}
        data-ends={step.ends.join('|')}
        aria-current={isCurrent ? 'step' : undefined}
      >
        {fold !== undefined && <p class="cluster-row-quiet">{fold}</p>}
        <span class="cluster-row-time">{momentText(step.at)}</span>
        <span class={look === '' ? 'cluster-who' : `node ${look}`}>{step.node}</span>
        {onPick ? (
          <button type="button" onClick={() => onPick(step.index)}>
            {text}
          </button>
        ) : (
          <span>{text}</span>
        )}
      </li>
    )
  }
}
