import { grouped } from '#figures/quantity.ts'
import { ClusterFigure } from '#figures/cluster/island.tsx'
import clusterCss from '#figures/cluster/cluster.css?url'
import type { RunOutline, Step } from '#outline/types.ts'
import { firstDifference } from './first-difference.ts'
import { loadMenu } from './load-menu.ts'
import { type ClusterData, tell } from './picture.tsx'
import { useSystems } from './use-systems.ts'

interface Props {
  readonly data: { readonly one: ClusterData; readonly other: ClusterData }
  readonly id?: string
  readonly budget?: number
}

/** Steps told before the one that differs, and from it on. */
const before = 2
const after = 4

/** Two runs side by side: the steps around the first that differs, marked, and both drawn at that moment. */
export function TwoRuns({ data, id = 'shown', budget = Infinity }: Props) {
  if (!useSystems(data.one, data.other)) return <p class="cell-notice">Drawing…</p>
  const told = [tell(data.one, budget), tell(data.other, budget)] as const
  for (const one of told) if ('say' in one) return <p class="cell-notice">{one.say}</p>
  const [one, other] = told as readonly [RunOutline, RunOutline]
  const place = firstDifference(one, other)?.place
  if (place === undefined)
    return <p class="cell-notice">The two runs are the same in all {grouped(one.steps.length)} steps.</p>
  const from = Math.max(0, place - before)
  const places = Array.from({ length: place + after - from }, (_, index) => from + index)
  return (
    <div class="two-runs" data-differs={place}>
      <link rel="stylesheet" href={clusterCss} />
      <p>
        {place === 0
          ? 'The runs differ from their very first step.'
          : `The runs are the same for ${grouped(place)} ${place === 1 ? 'step' : 'steps'}. Then they diverge:`}
      </p>
      <div class="table" tabIndex={0} role="group" aria-label="The steps around the first that differs">
        <table>
          <thead>
            <tr>
              <th scope="col">Step</th>
              <th scope="col">First run</th>
              <th scope="col">Second run</th>
            </tr>
          </thead>
          <tbody>
            {places.map((at) => (
              <tr key={at} class={at === place ? 'two-runs-differs' : undefined}>
                <th scope="row">
                  {at + 1}
                  {at === place && <b> differs</b>}
                </th>
                <td>{words(one.steps[at])}</td>
                <td>{words(other.steps[at])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {[one, other].map((outline, index) => (
        <div key={index} class="figure box cluster-picture" data-kind="cluster">
          <p>
            <b>{index === 0 ? 'First run' : 'Second run'}</b>
          </p>
          <ClusterFigure
            id={`${id}-${index}`}
            told={{ outline, verdict: undefined }}
            at={outline.steps[Math.min(place, outline.steps.length - 1)]?.index ?? -1}
            menu={loadMenu}
          />
        </div>
      ))}
    </div>
  )
}

function words(step: Step | undefined): string {
  return step === undefined ? 'The run is over.' : `${grouped(step.at)} ms: ${step.text}`
}
