import type { ComponentType } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { LoadMenu } from '#figures/cluster/figure-menu.ts'
import { loadMenu } from '#figures/cluster-bench/load-menu.ts'
import type { PredictRunData, RunPredicted } from '#learning/kinds/predict-run.ts'
import type { FormProps } from './form.ts'

/** One list to choose from for each thing that the run will tell; once all are locked in, the run plays beside them. */
export function PredictRunFields({
  id,
  data,
  answer = {},
  change,
  reasons,
}: FormProps<PredictRunData, RunPredicted>) {
  const { rows, outcomes, came } = data
  const isAnswered = reasons !== undefined
  /** Answered on this visit: what was predicted long ago isn't played at once. */
  const isFresh = useRef(false)
  return (
    <div class="predict-run">
      {rows.map((row, index) => (
        <div class="field" key={row.id} data-row={row.id}>
          <label for={`${id}-${index}`}>{row.text}</label>
          <span class="row">
            <select
              id={`${id}-${index}`}
              disabled={isAnswered}
              value={answer[row.id] ?? ''}
              onChange={({ currentTarget }) => {
                isFresh.current = true
                change({ ...answer, [row.id]: currentTarget.value })
              }}
            >
              <option value="" disabled>
                Choose
              </option>
              {outcomes.map((outcome) => (
                <option key={outcome} value={outcome}>
                  {outcome}
                </option>
              ))}
            </select>
            {isAnswered && (
              <span class="came" data-verdict={answer[row.id] === came[index] ? 'right' : 'wrong'}>
                {answer[row.id] === came[index] ? 'came as you predicted' : `came: ${came[index]}`}
              </span>
            )}
          </span>
        </div>
      ))}
      {isAnswered && <PlayedRun id={id} plan={data.plan} starts={isFresh.current} />}
    </div>
  )
}

type FigureProps = {
  readonly id: string
  readonly plan: unknown
  readonly at: number
  readonly play: boolean
  readonly starts: boolean
  readonly menu: LoadMenu
}

interface PlayedProps {
  readonly id: string
  readonly plan: unknown
  /** Plays by itself, since the reader has just committed. */
  readonly starts: boolean
}

/** The run itself, fetched once the reader has committed: it plays from its start, beside what was predicted. */
function PlayedRun({ id, plan, starts }: PlayedProps) {
  const [Figure, setFigure] = useState<{ readonly View: ComponentType<FigureProps> }>()
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    Promise.all([import('#figures/cluster/island.tsx'), import('#figures/cluster/systems/all.ts')]).then(
      ([{ ClusterIsland }]) => setFigure({ View: ClusterIsland }),
      () => setFailed(true),
    )
  }, [])
  if (Figure === undefined)
    return (
      <p class="hint">
        {failed
          ? 'The run couldn’t be loaded. Are you offline? Reload the page to try again.'
          : 'Loading the run…'}
      </p>
    )
  return (
    <div class="played-run" data-played-run>
      <p class="hint">The run you predicted: compare it with your prediction.</p>
      <Figure.View id={`${id}-run`} plan={plan} at={-1} play starts={starts} menu={loadMenu} />
    </div>
  )
}
