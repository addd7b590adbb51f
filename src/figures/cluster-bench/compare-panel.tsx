import { useState } from 'preact/hooks'
import { momentText } from '#figures/cluster/moment.ts'
import type { Step } from '#outline/types.ts'
import type { PlayedRun } from './run-service.ts'
import { Pick } from '#figures/controls/fields.tsx'
import { firstDifference } from './first-difference.ts'
import { type Branch, present, type Session } from './session.ts'

interface Props {
  readonly session: Session<PlayedRun>
  /** Brings the event into view, and lights it. */
  readonly onShow: (index: number) => void
}

/** The run that's shown beside another one of this visit: the first step in which they differ. */
export function ComparePanel({ session, onShow }: Props) {
  const branch = present(session)
  const others = session.branches.filter(({ id }) => id !== branch?.id)
  const [chosen, setChosen] = useState<string>()
  if (branch === undefined || others.length === 0) return null
  const other = others.find(({ id }) => String(id) === chosen) ?? usualOther(branch, others)
  const parting = firstDifference(branch.played.outline, other.played.outline)
  const { one } = parting ?? {}
  return (
    <section class="bench-panel" aria-labelledby="bench-compare" data-compare>
      <h3 id="bench-compare">Compare two runs</h3>
      <Pick
        label="This run beside"
        value={String(other.id)}
        onChange={setChosen}
        options={others.map(({ id, name }) => [String(id), name] as const)}
      />
      {parting === undefined ? (
        <p>Every step is the same in both.</p>
      ) : (
        <>
          <p class="soft">
            {parting.place === 0
              ? 'Their first steps differ already.'
              : `The first ${parting.place} steps are the same. Then:`}
          </p>
          <dl>
            <dt>Here</dt>
            <dd>{told(one)}</dd>
            <dt>There</dt>
            <dd>{told(parting.other)}</dd>
          </dl>
          {one !== undefined && (
            <p class="bench-row">
              <button type="button" class="button" onClick={() => onShow(one.index)}>
                Show the first difference
              </button>
            </p>
          )}
        </>
      )}
    </section>
  )
}

/** The run that it was made from; else the one before it. */
function usualOther(branch: Branch<PlayedRun>, others: readonly Branch<PlayedRun>[]): Branch<PlayedRun> {
  return (
    others.find(({ id }) => id === branch.from) ?? others.findLast(({ id }) => id < branch.id) ?? others[0]!
  )
}

function told(step: Step | undefined): string {
  return step === undefined ? 'The run is over.' : `${momentText(step.at)}, ${step.node}: ${step.text}`
}
