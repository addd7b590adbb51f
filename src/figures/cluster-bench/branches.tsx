import type { ComponentChildren } from 'preact'
import { momentText } from '#figures/cluster/moment.ts'
import type { PlayedRun } from './run-service.ts'
import { type Branch, present, type Session } from './session.ts'

interface Props {
  readonly session: Session<PlayedRun>
  readonly onVisit: (branch: number) => void
}

/** Every run of this visit, each below the one that it grew from. */
export function Branches({ session, onVisit }: Props) {
  const shown = present(session)?.id
  const below = (from: number | undefined) => session.branches.filter((branch) => branch.from === from)
  /** One edit after the other goes down the page; where a run was edited twice, the second goes in. */
  const line = (branch: Branch<PlayedRun>): ComponentChildren => {
    const [next, ...others] = below(branch.id)
    return (
      <>
        <li key={branch.id}>
          <Entry branch={branch} isShown={branch.id === shown} session={session} onVisit={onVisit} />
          {others.length > 0 && <ol>{others.map(line)}</ol>}
        </li>
        {next !== undefined && line(next)}
      </>
    )
  }
  return (
    <section class="bench-panel" aria-labelledby="bench-branches">
      <h3 id="bench-branches">Your runs</h3>
      <p class="soft">Each change makes a new run. The run before it stays.</p>
      <ol class="bench-branches">{below(undefined).map(line)}</ol>
    </section>
  )
}

interface EntryProps extends Props {
  readonly branch: Branch<PlayedRun>
  readonly isShown: boolean
}

function Entry({ branch, isShown, session, onVisit }: EntryProps) {
  return (
    <button
      type="button"
      class="bench-branch"
      aria-current={isShown ? 'true' : undefined}
      data-branch={branch.id}
      onClick={() => onVisit(branch.id)}
    >
      <span class="bench-branch-name">{branch.name}</span>
      <span class="soft">
        {branch.editedAtMs !== undefined && ` at ${momentText(branch.editedAtMs)}`}
        {difference(branch, session)}
      </span>
    </button>
  )
}

/** Which verdicts differ from the run before. */
function difference({ from, played }: Branch<PlayedRun>, { branches }: Session<PlayedRun>): string {
  const before = branches.find(({ id }) => id === from)
  if (before === undefined) return ''
  const changed = played.verdicts.filter(
    ({ check, result }) =>
      before.played.verdicts.find((other) => other.check === check)?.result !== result &&
      (result === 'holds' || result === 'broken'),
  )
  const said = changed.map(({ check, result }) => `${check} ${result === 'broken' ? 'breaks' : 'holds'}`)
  return said.length === 0 ? '' : `: ${said.join(', ')}`
}
