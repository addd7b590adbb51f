import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Keys } from '#components/cell/keys.tsx'
import type { Output } from '#components/cell/output.tsx'
import { progressWords } from '#components/cell/progress-words.ts'
import { whenSeen } from '#components/cell/when-seen.ts'
import type { Addresses } from '#cells/kit.ts'
import { learner } from '#learner/learner.ts'
import { useProgress } from '#learner/use-progress.ts'
import { versioned } from '#learning/progress.ts'
import { copyRefused, linkCopied } from '#text/copying.ts'
import { Hints } from './hints.tsx'
import { useAnswer } from './use-answer.ts'
import { OpenAway } from './open-away.tsx'
import { Turn, VerdictText } from './verdict.tsx'

export interface ChallengeIslandProps {
  readonly id: string
  readonly version: number
  readonly hints: readonly string[]
  /** False where nobody but its maker knows one. */
  readonly hasSolution?: boolean
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
  const { id, version, hints, hasSolution = true, hash, cells, runtime, page, given, code } = props
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
  const [saying, setSaying] = useState('')
  const { host, isOpen, open, keys, aloud } = useEditor(answer, { lesson, cells, runtime }, setSaying)
  const { state } = run.view.value
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
      role="group"
      aria-label="Your answer"
      onPointerEnter={run.prepare}
      onFocusCapture={run.prepare}
    >
      <Head {...{ answer, isAlive, isRunning, page, saying }} isSolved={solved} onSay={setSaying} />
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
      <Keys isOpen={isOpen} does="checks" {...keys} />
      <p class="visually-hidden" role="status">
        {aloud}
      </p>
      <Found answer={answer} Output={Shown?.Output} />
      <Hints hints={hints} loadSolution={hasSolution ? answer.solution : undefined} onTake={answer.put} />
    </div>
  )
}

interface FoundProps {
  readonly answer: ReturnType<typeof useAnswer>
  readonly Output: typeof Output | undefined
}

/** What the judge found: how far it is, then the verdict, the run that breaks the answer, and where that run turned. */
function Found({ answer, Output: View }: FoundProps) {
  const { run, told, plan, curve } = answer
  const { state, items, progress } = run.view.value
  const isRunning = state === 'running'
  return (
    <div class="cell-output challenge-output" data-output aria-live="polite" aria-busy={isRunning}>
      {isRunning && told.value === undefined && <p class="cell-nothing">Checking…</p>}
      {isRunning && progress !== undefined && (
        <p class="cell-nothing" data-progress aria-live="off">
          {progressWords(progress)}
        </p>
      )}
      {told.value !== undefined && <VerdictText told={told.value} />}
      {View !== undefined && items !== undefined && items.length > 0 && (
        <View items={items} name="answer" replay={run.replay} />
      )}
      {plan.value !== undefined && <OpenAway make={answer.away} />}
      {curve.value !== undefined && items !== undefined && <Turn curve={curve.value} items={items} />}
    </div>
  )
}

/** The editor that takes the printed code's place when the reader goes in, or has a text of their own. */
function useEditor(answer: ReturnType<typeof useAnswer>, addresses: Addresses, say: (words: string) => void) {
  const host = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [tabLeaves, setTabLeaves] = useState(true)
  const [problem, setProblem] = useState('')
  const [aloud, setAloud] = useState('')
  const { draft, editor, run } = answer
  useEffect(() => () => editor.current?.destroy(), [])
  useEffect(() => {
    if (draft.isRestored || answer.shared !== undefined) void open()
  }, [draft.isRestored, answer.shared])

  async function open(at?: { x: number; y: number }, focus = false): Promise<void> {
    run.prepare()
    if (editor.current === undefined) {
      const [{ openEditor }, { languageOf }] = await Promise.all([
        import('#components/cell/editor.ts'),
        import('#components/cell/language-of.ts'),
      ])
      if (host.current === null) return
      editor.current ??= openEditor({
        parent: host.current,
        text: draft.text(),
        label: 'Your answer',
        onChange: draft.change,
        onRun: () => void answer.check(),
        onTabMode: setTabLeaves,
        onProblem: setProblem,
        language: languageOf({ addresses, cell: 'answer', isAlone: true, say, aloud: setAloud }),
      })
      setOpen(true)
      await new Promise(requestAnimationFrame)
    }
    if (focus) editor.current.focus(at)
  }

  const onUse: Parameters<typeof Keys>[0]['onUse'] = (tool) => editor.current?.use(tool)
  return { host, isOpen, open, aloud, keys: { tabLeaves, problem, onUse } }
}

interface HeadProps {
  readonly answer: ReturnType<typeof useAnswer>
  readonly isAlive: boolean
  readonly isRunning: boolean
  readonly isSolved: boolean
  readonly page: string
  /** What's told of it, and the way to tell something else. */
  readonly saying: string
  readonly onSay: (words: string) => void
}

/** What can be done with an answer, and where it stands. */
function Head({ answer, isAlive, isRunning, isSolved, page, saying: say, onSay: setSay }: HeadProps) {
  const [address, setAddress] = useState<string>()
  const { draft, before } = answer

  async function copy(): Promise<void> {
    const link = await answer.link()
    if (!link.ok) return setSay(link.message)
    const whole = new URL(page + link.fragment, location.href).href
    try {
      await navigator.clipboard.writeText(whole)
      setSay(linkCopied(whole.length))
    } catch {
      setAddress(whole)
      setSay(copyRefused('Copy this address yourself. Opening it doesn’t run anything.'))
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
          Another version of your answer is saved beside this one.{' '}
          <button class="button quiet" type="button" onClick={() => answer.swap(draft.other!)}>
            Show the other version
          </button>
        </p>
      )}
    </>
  )
}
