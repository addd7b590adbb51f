import type { ComponentChildren, RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Item } from '#sandbox/items.ts'
import type { Try } from '#sandbox/tries.ts'
import type { CellState } from '#sandbox/runner.ts'
import type { DiffView } from './diff-view.tsx'
import type { Output } from './output.tsx'
import { useDraft } from '#cells/drafts.ts'
import { type CellSession, openSession } from '#cells/session.ts'
import { tellPage } from '#learner/page-events.ts'
import { Keys } from './keys.tsx'
import { Changed, FallBack, OtherText, Stale } from './told.tsx'
import { beRunnable } from './run-all.tsx'
import { TryThis } from './try-this.tsx'
import { useEditor } from './use-editor.ts'
import { useStale } from './use-stale.ts'
import type { Replays } from '#sandbox/draw-run.ts'
import { CellMore } from './more.tsx'
import { whenSeen } from './when-seen.ts'

export interface CellIslandProps {
  readonly lesson: string
  readonly name: string
  /** Hash of the author's text. */
  readonly hash: string
  /** Address of the lesson's cells.json. */
  readonly cells: string
  /** Addresses of what a run of the author's text begins with: the prelude, and its parts of the engine. */
  readonly runtime: readonly string[]
  /** Another person wrote it, and the reader has only opened it: it runs in the sandbox alone. */
  readonly isForeign?: boolean
  /** Plans to run in the stead of those that the runs of the text have, by the place of their pictures. */
  readonly plans?: Replays | undefined
  /** What the reader may try in it. */
  readonly tries?: readonly Try[]
  /** The author's code and its output, printed by the build. */
  readonly code?: ComponentChildren
  readonly output?: ComponentChildren
}

const stateWords: Readonly<Record<CellState, string>> = {
  idle: '',
  running: 'Running…',
  done: 'Done',
  failed: 'Failed',
  stopped: 'Stopped',
}

/** A live cell: the printed code until the reader goes in, then an editor; Run, Stop, Reset; what it shows. */
export default function CellIsland(props: CellIslandProps) {
  const { lesson, name, hash, cells, runtime, isForeign = false, plans, tries = [], code, output } = props
  const root = useRef<HTMLDivElement>(null)
  const host = useRef<HTMLDivElement>(null)
  const printed = useRef<HTMLDivElement>(null)
  const [isAlive, setAlive] = useState(false)
  const [saying, setSaying] = useState('')
  const [Diff, setDiff] = useState<{ View: typeof DiffView }>()

  const starter = () => printed.current?.querySelector('code')?.textContent ?? ''
  const addresses = { lesson, cells, runtime }
  const draft = useDraft({ lesson, cell: name, hash, starter })
  const [Shown, setShown] = useState<{ Output: typeof Output }>()
  const watching = useRef<() => string | undefined>(() => undefined)
  const session = useRef<CellSession>()
  session.current ??= openSession({
    addresses,
    cell: name,
    isForeign,
    plans,
    watching: () => watching.current(),
    flush: draft.flush,
    ready: async () => {
      const view = await import('./output.tsx')
      setShown((known) => known ?? view)
    },
    done: () => root.current && tellPage(root.current, 'anti-entropy:ran', { lesson, cell: name }),
  })
  const run = session.current
  const { editor, open, edit, isOpen, tabLeaves, problem, aloud } = useEditor({
    host,
    printed,
    addresses,
    cell: name,
    tries,
    draft,
    run,
    say: setSaying,
  })
  const { state, items, isOld, changed, canFallBack } = run.view.value

  const stale = useStale({ root, addresses, cell: name, shown: draft.shown, text: draft.text, state })
  useEffect(() => beRunnable(lesson, name, run), [])
  watching.current = () => (isOpen ? draft.text() : undefined)

  useEffect(() => setAlive(true), [])
  useEffect(() => whenSeen(root.current, run.prepare), [])
  // The reader's own text from an earlier visit: shown as soon as the editor is there, and never run by itself.
  useEffect(() => {
    if (draft.isRestored) void open()
  }, [draft.isRestored])

  const failingLine = lineOfError(items, name)
  useEffect(() => editor.current?.markLine(failingLine), [failingLine, isOpen])
  useEffect(() => markPrinted(printed.current, failingLine), [failingLine])
  useErrorInView(root, state)

  function reset(): void {
    draft.reset()
    editor.current?.setText(starter())
    run.clear()
    setDiff(undefined)
    setSaying('Reset to the original. Undo in the code brings yours back.')
    root.current?.querySelector<HTMLElement>('[data-run]')?.focus({ preventScroll: true })
  }

  /** The two texts change places: the one that was shown is then the other. */
  async function showOther(): Promise<void> {
    const text = draft.other
    if (text === undefined) return
    await open()
    draft.swap(text)
    editor.current?.setText(text)
  }

  async function toggleDiff(): Promise<void> {
    if (Diff) return setDiff(undefined)
    const { DiffView: View } = await import('./diff-view.tsx')
    setDiff({ View })
  }

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(draft.text())
      setSaying('Copied.')
    } catch {
      setSaying('The browser did not allow copying.')
    }
  }

  const resetButton = (
    <button class="button quiet" type="button" disabled={!isAlive || !draft.isChanged} onClick={reset}>
      Reset
    </button>
  )
  const isRunning = state === 'running'
  return (
    <div
      class="cell box"
      ref={root}
      data-cell={name}
      data-state={state}
      data-changed={draft.isChanged ? '' : undefined}
      role="group"
      aria-label={`Live code: ${name}`}
      onPointerEnter={run.prepare}
      onFocusCapture={run.prepare}
    >
      <div class="cell-head">
        <span class="cell-name">{name}.ts</span>
        {draft.isChanged && <span class="tag mark">changed</span>}
        <span class={`cell-state ${state}`} role="status">
          {saying || stateWords[state]}
        </span>
        <span class="cell-buttons">
          <button class="button quiet" type="button" disabled={!isAlive} onClick={() => void copy()}>
            Copy
          </button>
          {!draft.isChanged && resetButton}
          <button class="button" type="button" disabled={!isRunning} onClick={run.stop}>
            Stop
          </button>
          <button
            class="button main"
            type="button"
            data-run
            disabled={!isAlive}
            onClick={() => {
              setSaying('')
              void run.start()
            }}
          >
            Run
          </button>
        </span>
      </div>
      <div
        class="cell-code"
        ref={printed}
        hidden={isOpen}
        onClick={(event) => {
          if (isFold(event)) return
          if (getSelection()?.isCollapsed !== false) void open({ x: event.clientX, y: event.clientY }, true)
        }}
        onKeyDown={(event) => {
          if (isFold(event)) return
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void run.start()
          else if (event.key === 'Enter') {
            event.preventDefault()
            void open(undefined, true)
          }
        }}
      >
        {code}
      </div>
      <div class="cell-editor" ref={host} hidden={!isOpen} />
      <Keys
        isOpen={isOpen}
        tabLeaves={tabLeaves}
        problem={problem}
        onUse={(tool) => editor.current?.use(tool)}
      />
      <p class="visually-hidden" role="status">
        {aloud}
      </p>
      {tries.length > 0 && (
        <TryThis tries={tries} isAlive={isAlive} run={run} starter={starter} text={draft.text} edit={edit} />
      )}
      {draft.isChanged && (
        <Changed draft={draft} isCompared={Diff !== undefined} onCompare={() => void toggleDiff()}>
          {resetButton}
        </Changed>
      )}
      {draft.other !== undefined && (
        <OtherText onShow={() => void showOther()} onForget={() => void draft.dropOther()} />
      )}
      {Diff && draft.isChanged && <Diff.View before={starter()} after={draft.shown} />}
      <div
        class="cell-output"
        data-output
        aria-live="polite"
        aria-busy={isRunning}
        data-old={isOld ? '' : undefined}
      >
        {Shown === undefined || items === undefined ? (
          output
        ) : (
          <Shown.Output items={items} name={name} replay={run.replay} />
        )}
        <Stale cells={stale} />
        {changed.length > 0 && (
          <p class="cell-notice">Ran with your own {changed.map((cell) => `./${cell}`).join(', ')}.</p>
        )}
        {canFallBack && <FallBack onAgree={() => void run.fallBack()} />}
      </div>
      <CellMore addresses={{ lesson, cells, runtime }} cell={name} items={items} plans={plans} />
    </div>
  )
}

/** What went wrong is told below the code, which may be longer than the window. */
function useErrorInView(root: RefObject<HTMLElement>, state: CellState): void {
  useEffect(() => {
    if (state === 'failed')
      root.current?.querySelector('[data-item="error"]')?.scrollIntoView({ block: 'nearest' })
  }, [state])
}

/** True for what happens on the line that stands for folded ones: it opens them, and not the editor. */
function isFold({ target }: Event): boolean {
  return (target as Element).closest('summary') !== null
}

/** The line of this cell that its last error names. */
function lineOfError(items: readonly Item[] | undefined, cell: string): number | undefined {
  const error = items?.findLast((item) => item.type === 'error')
  return error?.type === 'error' && error.at?.cell === cell ? error.at.line : undefined
}

function markPrinted(printed: HTMLElement | null, line: number | undefined): void {
  for (const marked of printed?.querySelectorAll('[data-failing]') ?? [])
    marked.removeAttribute('data-failing')
  const failing = printed?.querySelector(`[data-line="${line}"]`)
  failing?.setAttribute('data-failing', '')
  failing?.closest('details')?.setAttribute('open', '')
}
