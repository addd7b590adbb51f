import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Keys } from '#components/cell/keys.tsx'
import type { Output } from '#components/cell/output.tsx'
import { whenSeen } from '#components/cell/when-seen.ts'
import { learner } from '#learner/learner.ts'
import { useProgress } from '#learner/use-progress.ts'
import { versioned } from '#learning/progress.ts'
import { Hints } from './hints.tsx'
import { useAnswer } from './use-answer.ts'
import { Head } from './answer-head.tsx'
import { useAnswerEditor } from './use-answer-editor.ts'
import { Found } from './found.tsx'

interface ChallengeIslandProps {
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
  const { host, isOpen, open, keys, aloud } = useAnswerEditor(answer, { lesson, cells, runtime }, setSaying)
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
