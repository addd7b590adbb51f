import type { ComponentChildren, RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Item } from '#sandbox/items.ts'
import type { Try } from '#sandbox/tries.ts'
import type { CellState } from '#sandbox/runner.ts'
import type { Replays } from '#sandbox/draw-run.ts'
import type { DiffView } from './diff-view.tsx'
import type { Output } from './output.tsx'
import { useDraft } from '#cells/drafts.ts'
import { openSession } from '#cells/session.ts'
import type { CellSession } from '#cells/session-port.ts'
import { tellPage } from '#learner/page-events.ts'
import { beRunnable } from './run-all.tsx'
import { useEditor } from './use-editor.ts'
import { useStale } from './use-stale.ts'
import { whenSeen } from './when-seen.ts'

/** What the page gives to a live cell. */
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

type Draft = ReturnType<typeof useDraft>

/** All that happens in a live cell: its text, its session, its editor, and what it says. */
export function useCell(props: CellIslandProps) {
  const { lesson, name, hash, cells, runtime, tries = [] } = props
  const root = useRef<HTMLDivElement>(null)
  const host = useRef<HTMLDivElement>(null)
  const printed = useRef<HTMLDivElement>(null)
  const [isAlive, setAlive] = useState(false)
  const [saying, setSaying] = useState('')

  const starter = () => printed.current?.querySelector('code')?.textContent ?? ''
  const addresses = { lesson, cells, runtime }
  const draft = useDraft({ lesson, cell: name, hash, starter })
  const watching = useRef<() => string | undefined>(() => undefined)
  const { run, Shown } = useSession(props, root, draft, watching)
  const diff = useDiff()
  const editing = useEditor({ host, printed, addresses, cell: name, tries, draft, run, say: setSaying })
  const { editor, open, isOpen } = editing
  const { state, items } = run.view.value

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
    diff.close()
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

  return {
    ...{ root, host, printed, isAlive, saying, setSaying, starter, addresses, draft },
    ...{ run, Shown, stale, diff, editing, reset, showOther },
  }
}

/** The session of a cell, and the view of its output, which comes with the first run. */
function useSession(
  { lesson, name, cells, runtime, isForeign = false, plans }: CellIslandProps,
  root: RefObject<HTMLElement>,
  draft: Draft,
  watching: RefObject<() => string | undefined>,
) {
  const [Shown, setShown] = useState<{ Output: typeof Output }>()
  const session = useRef<CellSession>()
  session.current ??= openSession({
    addresses: { lesson, cells, runtime },
    cell: name,
    isForeign,
    plans,
    watching: () => watching.current?.(),
    flush: draft.flush,
    ready: async () => {
      const view = await import('./output.tsx')
      setShown((known) => known ?? view)
    },
    done: () => root.current && tellPage(root.current, 'anti-entropy:ran', { lesson, cell: name }),
  })
  return { run: session.current, Shown }
}

/** The reader's text beside the author's, loaded when it's asked for. */
function useDiff() {
  const [Diff, setDiff] = useState<{ View: typeof DiffView }>()
  const close = () => setDiff(undefined)
  async function toggle(): Promise<void> {
    if (Diff) return close()
    const { DiffView: View } = await import('./diff-view.tsx')
    setDiff({ View })
  }
  return { View: Diff?.View, close, toggle }
}

/** What went wrong is told below the code, which may be longer than the window. */
function useErrorInView(root: RefObject<HTMLElement>, state: CellState): void {
  useEffect(() => {
    if (state === 'failed')
      root.current?.querySelector('[data-item="error"]')?.scrollIntoView({ block: 'nearest' })
  }, [state])
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
