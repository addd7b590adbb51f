import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { useDraft } from '#cells/drafts.ts'
import type { Addresses } from '#cells/kit.ts'
import type { CellSession } from '#cells/session.ts'
import type { Editor } from './editor.ts'
import { beOpenable, languageOf } from './language-of.ts'

interface Options {
  /** Where the editor is put, and the printed code that it takes the place of. */
  readonly host: RefObject<HTMLElement>
  readonly printed: RefObject<HTMLElement>
  readonly addresses: Addresses
  readonly cell: string
  readonly draft: Pick<ReturnType<typeof useDraft>, 'text' | 'change'>
  readonly run: CellSession
  say(words: string): void
}

/** The editor of a cell: fetched when the reader goes in, and what it tells beside the text. */
export function useEditor({ host, printed, addresses, cell, draft, run, say }: Options) {
  const editor = useRef<Editor>()
  const [isOpen, setOpen] = useState(false)
  const [tabLeaves, setTabLeaves] = useState(true)
  const [problem, setProblem] = useState('')
  const [aloud, setAloud] = useState('')

  async function open(at?: { x: number; y: number } | number, focus = false): Promise<void> {
    run.prepare()
    if (editor.current === undefined) {
      const { openEditor } = await import('./editor.ts')
      if (host.current === null) return
      // The answer to two quick clicks is one editor.
      editor.current ??= openEditor({
        parent: host.current,
        text: draft.text(),
        label: `Code of ${cell}`,
        opened: openedFolds(printed.current),
        onChange: draft.change,
        onRun: () => void run.start(),
        onTabMode: setTabLeaves,
        onProblem: setProblem,
        language: languageOf({ addresses, cell, say, aloud: setAloud }),
      })
      setOpen(true)
      await new Promise(requestAnimationFrame)
    }
    if (focus) editor.current.focus(at)
  }

  useEffect(() => beOpenable(addresses.lesson, cell, (at) => open(at, true)), [])
  useEffect(() => () => editor.current?.destroy(), [])
  return { editor, open, isOpen, tabLeaves, problem, aloud }
}

function openedFolds(printed: HTMLElement | null): readonly number[] {
  return [...(printed?.querySelectorAll<HTMLElement>('.code-fold[open]') ?? [])].map((fold) =>
    Number(fold.dataset['from']),
  )
}
