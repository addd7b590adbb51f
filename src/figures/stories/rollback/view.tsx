import { Act } from '#figures/controls/act.tsx'
import { mostActs, type Act as Deed } from './acts.ts'
import type { Told, ToldMember } from './tell.ts'
import { secondsText } from '#text/numbers.ts'

interface RollbackFrame {
  readonly id: string
  readonly told: Told
  /** How many acts were done so far. */
  readonly count: number
  /** Names of the rollback files that were opened. */
  readonly opened: ReadonlySet<string>
}

interface RollbackActions {
  readonly onAct: (act: Deed) => void
  readonly onUndo: () => void
  readonly onStartAgain: () => void
  readonly onOpen: (file: string) => void
}

const acts = [
  'A majority stores a write.',
  'A, cut off, takes a write that nobody else has.',
  'The other side elects a primary of its own.',
  'The link heals, and A undoes its entry.',
  'You open the file that A kept.',
]

/** "Five acts": the reader cuts and heals the link, and three oplogs part and meet again. */
export function RollbackView({
  frame,
  actions,
}: {
  readonly frame: RollbackFrame
  readonly actions?: RollbackActions
}) {
  const { told, opened } = frame
  const isOpened = told.members.some(({ files }) => files.some(({ name }) => opened.has(name)))
  return (
    <div class="rollback">
      <ol class="rollback-acts">
        {acts.map((text, index) => {
          const isReached = index === 4 ? isOpened : told.reached[index]
          return (
            <li key={text} data-reached={isReached}>
              {text}
              {isReached && <strong> Seen.</strong>}
            </li>
          )
        })}
      </ol>
      <p class="rollback-next">
        <strong>Next:</strong>{' '}
        {isOpened ? 'you’ve seen all five acts. Try another order: undo some, or start again.' : told.next}
      </p>
      <Controls frame={frame} actions={actions} />
      <div class="rollback-members" data-cut={told.isCut}>
        {told.members.map((member) => (
          <Member key={member.id} member={member} opened={opened} actions={actions} />
        ))}
      </div>
      <Story told={told} />
    </div>
  )
}

function Controls({
  frame,
  actions,
}: {
  readonly frame: RollbackFrame
  readonly actions: RollbackActions | undefined
}) {
  const { told, count } = frame
  const alive = actions !== undefined
  const via = told.primaryBeyond ?? 'B'
  const button = (label: string, act: Deed) => (
    <Act alive={alive} can={count < mostActs} onAct={() => actions?.onAct(act)}>
      {label}
    </Act>
  )
  return (
    <div class="rollback-controls">
      {button('Write to A', { do: 'write at A' })}
      {told.isCut ? button('Heal the link', { do: 'heal' }) : button('Cut A off', { do: 'cut' })}
      {button(`Write to ${via}`, { do: 'write beyond the cut', via })}
      {button('Wait 5 seconds', { do: 'wait' })}
      <Act alive={alive} can={count > 0} onAct={() => actions?.onUndo()}>
        Undo
      </Act>
      <Act alive={alive} can={count > 0} onAct={() => actions?.onStartAgain()}>
        Start again
      </Act>
      {count >= mostActs && <p>No more acts fit here. Undo one, or start again.</p>}
    </div>
  )
}

function Member({
  member,
  opened,
  actions,
}: {
  readonly member: ToldMember
  readonly opened: ReadonlySet<string>
  readonly actions: RollbackActions | undefined
}) {
  const { id, role, term, oplog, files } = member
  return (
    <section class="rollback-member" aria-label={`Member ${id}`} data-node={id}>
      <h4>
        {id}: {role}, term {term}
      </h4>
      {oplog.length === 0 ? (
        <p>Its oplog is empty.</p>
      ) : (
        <ol aria-label={`Oplog of ${id}`}>
          {oplog.map((entry, index) => (
            <li key={index} data-committed={entry.isCommitted}>
              <span>
                term {entry.term}: {entry.text}
              </span>
              <small>{entry.isCommitted ? 'on a majority' : 'not known to be on a majority'}</small>
            </li>
          ))}
        </ol>
      )}
      {files.map(({ name, holds }) =>
        opened.has(name) ? (
          <p key={name} class="rollback-file">
            {name} holds: <strong>{holds}</strong>
          </p>
        ) : (
          <button
            key={name}
            type="button"
            class="button"
            disabled={actions === undefined}
            onClick={() => actions?.onOpen(name)}
          >
            Open {name}
          </button>
        ),
      )}
    </section>
  )
}

function Story({ told }: { readonly told: Told }) {
  const last = told.lines.at(-1)
  return (
    <>
      <p role="status">
        {secondsText(told.untilMs)} into the run.{' '}
        {last === undefined ? 'A is primary. Nothing was written yet.' : last.text}
      </p>
      {told.lines.length > 0 && (
        <details>
          <summary>Everything that happened</summary>
          <ol>
            {told.lines.map(({ at, text }, index) => (
              <li key={index}>
                {secondsText(at)}: {text}
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  )
}
