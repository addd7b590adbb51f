import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Output } from '#components/cell/output.tsx'
import { whenSeen } from '#components/cell/when-seen.ts'
import { learner } from '#learner/learner.ts'
import { useProgress } from '#learner/use-progress.ts'
import { versioned } from '#learning/progress.ts'
import { Hints } from './hints.tsx'
import { useAnswer } from './use-answer.ts'
import { OpenAway } from './open-away.tsx'
import { Turn, VerdictText } from './verdict.tsx'

export interface ChallengeIslandProps {
  readonly id: string
  readonly version: number
  readonly hints: readonly string[]
  /** Hash of the starter. */
  readonly hash: string
  /** Address of the challenge's cells. */
  readonly cells: string
  readonly runtime: readonly string[]
  /** Address of the challenge's own page, which a shared answer opens at. */
  readonly page: string
  /** Texts of further cells, which a made challenge brings. */
  readonly given?: Readonly<Record<string, string>>
  /** The starter, printed by the build. */
  readonly code?: ComponentChildren
}

/** A challenge: code to change, a judge to ask, and what the judge found. */
export default function ChallengeIsland(props: ChallengeIslandProps) {
  const { id, version, hints, hash, cells, runtime, page, given, code } = props
  const root = useRef<HTMLDivElement>(null)
  const printed = useRef<HTMLDivElement>(null)
  const [isAlive, setAlive] = useState(false)
  const [Shown, setShown] = useState<{ readonly Output: typeof Output }>()
  const solved = useProgress(({ solved: all }) => all.has(versioned(id, version)))
  const lesson = `challenge-${id}`
  const answer = useAnswer({
    lesson,
    hash,
    addresses: { lesson, cells, runtime },
    ...(given && { given }),
    starter: () => printed.current?.querySelector('code')?.textContent ?? '',
    ready: async () => {
      const view = await import('#components/cell/output.tsx')
      setShown((known) => known ?? view)
    },
    right: () => void learner().then(({ record }) => record({ type: 'solved', challenge: id, version })),
  })
  const { run } = answer
  const { host, isOpen, open } = useEditor(answer)
  const { state, items } = run.view.value
  const isRunning = state === 'running'

  useEffect(() => setAlive(true), [])
  useEffect(() => whenSeen(root.current, run.prepare), [])
  return (
    <div
      class="challenge cell box"
      ref={root}
      data-challenge={id}
      data-state={state}
      data-solved={solved ? '' : undefined}
      onPointerEnter={run.prepare}
      onFocusCapture={run.prepare}
    >
      <Head answer={answer} isAlive={isAlive} isRunning={isRunning} isSolved={solved} page={page} />
      {answer.shared !== undefined && <p class="cell-banner">{answer.shared}</p>}
      <div
        class="cell-code"
        ref={printed}
        hidden={isOpen}
        onClick={(event) => {
          if (getSelection()?.isCollapsed !== false) void open({ x: event.clientX, y: event.clientY }, true)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          void (event.ctrlKey || event.metaKey ? answer.check() : open(undefined, true))
        }}
      >
        {code}
      </div>
      <div class="cell-editor" ref={host} hidden={!isOpen} />
      <p class="cell-keys">
        <span>
          <kbd>Enter</kbd> on the code opens it. <kbd>Ctrl</kbd> <kbd>Enter</kbd> checks your answer;{' '}
          <kbd>Esc</kbd> then <kbd>Tab</kbd> leaves the editor.
        </span>
      </p>
      <div class="cell-output challenge-output" data-output aria-live="polite" aria-busy={isRunning}>
        {isRunning && answer.told.value === undefined && <p class="cell-nothing">Checking…</p>}
        {answer.told.value !== undefined && <VerdictText told={answer.told.value} />}
        {Shown !== undefined && items !== undefined && items.length > 0 && (
          <Shown.Output items={items} name="answer" replay={run.replay} />
        )}
        {answer.plan.value !== undefined && <OpenAway make={answer.away} />}
        {answer.curve.value !== undefined && items !== undefined && (
          <Turn curve={answer.curve.value} items={items} />
        )}
      </div>
      <Hints hints={hints} loadSolution={answer.solution} onTake={answer.put} />
    </div>
  )
}

/** The editor that takes the printed code's place when the reader goes in, or has a text of their own. */
function useEditor(answer: ReturnType<typeof useAnswer>) {
  const host = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  const { draft, editor, run } = answer
  useEffect(() => () => editor.current?.destroy(), [])
  useEffect(() => {
    if (draft.isRestored || answer.shared !== undefined) void open()
  }, [draft.isRestored, answer.shared])

  async function open(at?: { x: number; y: number }, focus = false): Promise<void> {
    run.prepare()
    if (editor.current === undefined) {
      const { openEditor } = await import('#components/cell/editor.ts')
      if (host.current === null) return
      editor.current ??= openEditor({
        parent: host.current,
        text: draft.text(),
        label: 'Your answer',
        onChange: draft.change,
        onRun: () => void answer.check(),
        onTabMode: () => {},
      })
      setOpen(true)
      await new Promise(requestAnimationFrame)
    }
    if (focus) editor.current.focus(at)
  }

  return { host, isOpen, open }
}

interface HeadProps {
  readonly answer: ReturnType<typeof useAnswer>
  readonly isAlive: boolean
  readonly isRunning: boolean
  readonly isSolved: boolean
  readonly page: string
}

/** What can be done with an answer, and where it stands. */
function Head({ answer, isAlive, isRunning, isSolved, page }: HeadProps) {
  const [say, setSay] = useState('')
  const [address, setAddress] = useState<string>()
  const { draft, before } = answer

  async function copy(): Promise<void> {
    const link = await answer.link()
    if (!link.ok) return setSay(link.say)
    const whole = new URL(page + link.fragment, location.href).href
    try {
      await navigator.clipboard.writeText(whole)
      setSay(`Link copied: ${whole.length} characters.`)
    } catch {
      setAddress(whole)
      setSay('Copy this address: it opens your answer, unrun.')
    }
  }

  return (
    <>
      <div class="cell-head">
        <span class="cell-name">answer.ts</span>
        {isSolved && <span class="tag challenge-done">solved</span>}
        {draft.isChanged && <span class="tag mark">changed</span>}
        <span class="cell-state" role="status">
          {say}
        </span>
        <span class="cell-buttons">
          {before !== undefined && (
            <button class="button quiet" type="button" onClick={answer.undo}>
              Undo
            </button>
          )}
          <button class="button quiet" type="button" disabled={!isAlive} onClick={() => void copy()}>
            Copy link
          </button>
          <button
            class="button quiet"
            type="button"
            disabled={!isAlive || !draft.isChanged}
            onClick={() => answer.put(answer.starter())}
          >
            Reset
          </button>
          <button class="button" type="button" disabled={!isRunning} onClick={answer.run.stop}>
            Stop
          </button>
          <button
            class="button main"
            type="button"
            data-check
            disabled={!isAlive}
            onClick={() => {
              setSay('')
              void answer.check()
            }}
          >
            Check
          </button>
        </span>
      </div>
      {address !== undefined && (
        <p class="cell-banner">
          <label>
            {say}{' '}
            <input type="text" readOnly value={address} onFocus={(event) => event.currentTarget.select()} />
          </label>
        </p>
      )}
      {draft.other !== undefined && (
        <p class="cell-banner" data-other-draft>
          Another text of yours is kept beside this one.{' '}
          <button class="button quiet" type="button" onClick={() => answer.swap(draft.other!)}>
            Show the other text
          </button>
        </p>
      )}
    </>
  )
}
