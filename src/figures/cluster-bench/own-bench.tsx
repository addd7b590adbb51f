import { useEffect, useReducer, useRef, useState } from 'preact/hooks'
import type { Edit, Fault, Op, Plan } from '#engine'
import { playBack, type Recording } from '#outline/recording.ts'
import { planChanged, type Answer, type PlanChange, type Replay } from '#outline/replay.ts'
import { outlineOfRecording } from '#figures/cluster/run.ts'
import { Act } from './act.tsx'
import { Branches } from './branches.tsx'
import type { PlayedRun } from './desk.ts'
import { edited, replaced, shownBy, without } from './edit.ts'
import { Entries } from './entries.tsx'
import { Hand } from './hand.tsx'
import type { Held } from './tool.ts'
import { KeyMap } from './key-map.tsx'
import { onKey } from './keys.ts'
import { entriesCode } from './plan-code.ts'
import { type Action, canRedo, canUndo, emptySession, present, reduce, type Session } from './session.ts'
import { Stage } from './stage.tsx'
import { entryInWords } from './words.ts'

/** A run of a learner's own program, as the bench keeps it. */
interface OwnRun extends PlayedRun {
  readonly recording: Recording
}

interface Props {
  readonly id: string
  readonly recording: Recording
  /** Which of the cell's runs it is. */
  readonly place: number
  readonly replay: Replay
}

/**
 * The bench for a program of one's own. The program stays in the sandbox of its cell: each change is the cell's text, run
 * there once more with the changed plan.
 */
export function OwnBench({ id, recording, place, replay }: Props) {
  const [session, dispatch] = useReducer<Session<OwnRun>, Action<OwnRun>, Recording>(reduce, recording, begun)
  const [held, setHeld] = useState<Held>({ tool: 'node', node: undefined, message: undefined })
  const [isBusy, setBusy] = useState(false)
  const [say, setSay] = useState('')
  const root = useRef<HTMLDivElement>(null)
  const now = useRef(session)
  now.current = session
  const branch = present(session)!
  const told = useRef(recording.plan)

  // The cell's own link carries what's shown, where it isn't what the code gives.
  useEffect(() => {
    if (branch.played.plan === told.current) return
    told.current = branch.played.plan
    const detail: PlanChange = { place, plan: branch.played.plan }
    root.current?.dispatchEvent(new CustomEvent(planChanged, { bubbles: true, detail }))
  }, [branch.played.plan])

  /** `shows` gives the event of the new run to look at. */
  async function change(
    plan: Plan,
    name: string,
    editedAtMs: number | undefined,
    shows: (run: OwnRun) => number,
  ) {
    if (isBusy) return
    setBusy(true)
    setSay('')
    const answer = readPicture(await replay(place, plan))
    setBusy(false)
    if (!answer.ok) return setSay(answer.say)
    const played = ownRun(answer.value)
    dispatch({ type: 'edit', played, name, editedAtMs, shows: shows(played) })
  }

  function edit(entry: Edit, waitMs: number, at = branch.at): void {
    const next = edited(playBack(branch.played.recording), Math.max(0, at), entry, waitMs)
    const added = [...next.plan.ops, ...next.plan.faults].find((one) => one.id === next.id)
    void change(next.plan, entryInWords(entry), added?.at, (run) =>
      'message' in entry ? at : shownBy(playBack(run.recording), run.outline, next.id),
    )
  }

  const added = addedEntries(branch.played.plan, recording.plan)
  const narrowed = session as unknown as Session<PlayedRun>
  const send = dispatch as (action: Action<PlayedRun>) => void
  return (
    <div
      class="bench-root own-bench"
      ref={root}
      data-hash={branch.played.outline.hash}
      data-busy={isBusy ? '' : undefined}
      role="group"
      aria-label="Change this run"
      onKeyDown={(event) => onKey(event, session, dispatch)}
    >
      <header>
        <p class="bench-own-says">
          The program stays in this cell’s sandbox. Each change runs the cell’s code there once more with the
          changed plan, and leaves the code itself alone.
        </p>
        <div class="controls">
          <Act can={canUndo(session)} onAct={() => dispatch({ type: 'undo' })}>
            Undo
          </Act>
          <Act can={canRedo(session)} onAct={() => dispatch({ type: 'redo' })}>
            Redo
          </Act>
        </div>
      </header>
      <p class={say === '' ? 'visually-hidden' : 'bench-notice trouble'} role="status">
        {isBusy ? 'Running…' : say}
      </p>
      <Stage
        id={id}
        branch={branch}
        session={narrowed}
        dispatch={send}
        held={held}
        onHold={setHeld}
        onEdit={(entry, at) => edit(entry, 0, at)}
        side={
          <>
            <Hand
              branch={branch}
              held={held}
              onHold={setHeld}
              onSeek={(index) => dispatch({ type: 'seek', index })}
              onEdit={edit}
            />
            <section class="bench-panel" aria-labelledby={`${id}-code`}>
              <h3 id={`${id}-code`}>Your changes as code</h3>
              {added.length === 0 ? (
                <p class="soft">No changes yet. Whatever you do above appears here as code.</p>
              ) : (
                <>
                  <pre tabIndex={0} aria-label="Your changes as code" class="bench-source">
                    {entriesCode(added)}
                  </pre>
                  <p class="soft">
                    To keep these changes, put the lines at the end of the plan in your code.
                  </p>
                </>
              )}
              <p class="soft">
                There are no verdicts and no search here, because the checks know the two databases’ reads and
                writes, not your program’s own words. The link under “Share”, below the code’s output, carries
                the code and these changes.
              </p>
            </section>
            <Branches session={narrowed} onVisit={(one) => dispatch({ type: 'visit', branch: one })} />
          </>
        }
      >
        <Entries
          plan={branch.played.plan}
          disabled={isBusy}
          onStrike={(entry, name) =>
            void change(without(branch.played.plan, entry), name, undefined, () => Infinity)
          }
          levels={[]}
          onSave={(entry, name) =>
            void change(replaced(branch.played.plan, entry), name, entry.at, () => Infinity)
          }
          onSeed={(seed) =>
            void change({ ...branch.played.plan, seed }, `seed ${seed}`, undefined, () => Infinity)
          }
        />
        <KeyMap />
      </Stage>
    </div>
  )
}

function begun(recording: Recording): Session<OwnRun> {
  return reduce(emptySession<OwnRun>(), {
    type: 'open',
    played: ownRun(recording),
    name: 'as the cell shows it',
  })
}

function ownRun(recording: Recording): OwnRun {
  const { plan } = recording
  return {
    plan,
    recording,
    outline: outlineOfRecording(recording),
    verdicts: [],
    traits: {
      operations: [...new Set(plan.ops.map((op) => op.do))],
      levels: [],
      help: { operations: {} },
      usual: { write: undefined, read: undefined },
      options: recording.plan.options,
    },
  }
}

/** The recording in a picture that the cell sent. */
function readPicture(answer: Awaited<ReturnType<Replay>>): Answer<Recording> {
  if (!answer.ok) return answer
  const data = answer.value as unknown as { readonly recording?: Recording; readonly say?: string }
  if (data.recording !== undefined) return { ok: true, value: data.recording }
  return { ok: false, say: data.say ?? 'The cell sent no run.' }
}

function addedEntries(plan: Plan, before: Plan): readonly (Op | Fault)[] {
  const known = new Set([...before.ops, ...before.faults].map((entry) => entry.id))
  return [...plan.faults, ...plan.ops]
    .filter((entry) => !known.has(entry.id))
    .sort((one, other) => one.at - other.at)
}
