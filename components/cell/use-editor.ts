import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { useDraft } from '#cells/drafts.ts'
import type { Addresses } from '#cells/kit.ts'
import type { CellSession } from '#cells/session-port.ts'
import type { Wait } from '#sandbox/items.ts'
import { lineOfTry, type Try } from '#sandbox/tries.ts'
import type { Language } from './assist/language.ts'
import type { Editor } from './editor.ts'
import { beOpenable } from './openable.ts'
import { useOpenedEditor } from './use-opened-editor.ts'

interface Options {
  /** Where the editor is put, and the printed code that it takes the place of. */
  readonly host: RefObject<HTMLElement>
  readonly printed: RefObject<HTMLElement>
  readonly addresses: Addresses
  readonly cell: string
  readonly tries: readonly Try[]
  readonly draft: Pick<ReturnType<typeof useDraft>, 'text' | 'change'>
  readonly run: CellSession
  say(words: string): void
}

/** The editor of a cell: fetched when the reader goes in, and what it tells beside the text. */
export function useEditor({ host, printed, addresses, cell, tries, draft, run, say }: Options) {
  const editor = useRef<Editor>()
  const { isOpen, open, tabLeaves, problem, aloud } = useOpenedEditor({
    editor,
    host,
    language: { addresses, cell, say, seen: seenBy(run) },
    prepare: run.prepare,
    options: () => ({
      text: draft.text(),
      label: `Code of ${cell}`,
      opened: openedFolds(printed.current),
      onChange: draft.change,
      onRun: () => void run.start(),
      onWait: (wait, place, of) => void follow(wait, place, of),
    }),
    opened: (it) => {
      for (const one of tries) it.markLine(lineOfTry(draft.text(), one), 'trying')
    },
  })

  /** Another text, as one step of the editor's history. */
  async function edit(text: string): Promise<void> {
    await open(undefined, true)
    editor.current?.change(text)
  }

  /** A wait is told in words, and shown in the picture of its run, where the cell shows one. */
  async function follow(wait: Wait, place: number, of: number): Promise<void> {
    const [{ goToMoment }, { oneWait }] = await Promise.all([
      import('./go-to-moment.ts'),
      import('./assist/wait-words.ts'),
    ])
    const box = host.current?.closest<HTMLElement>('[data-cell]')
    const isShown = box ? await goToMoment(box, wait.run, wait.fromMs) : false
    say(`${oneWait(wait, place, of)}${isShown ? '' : ' Write show(…) for this run to see it drawn.'}`)
  }

  const { seen } = run.view.value
  const isOfText = seen !== undefined && seen.text === draft.text()
  const waits = isOfText ? seen.told.waits.filter((site) => site.cell === cell) : []
  useEffect(() => editor.current?.showWaits(waits), [seen, isOpen])
  useEffect(() => beOpenable(addresses.lesson, cell, (at) => open(at, true)), [])
  return { editor, open, edit, isOpen, tabLeaves, problem, aloud, waits, follow }
}

function openedFolds(printed: HTMLElement | null): readonly number[] {
  return [...(printed?.querySelectorAll<HTMLElement>('.code-fold[open]') ?? [])].map((fold) =>
    Number(fold.dataset['from']),
  )
}

/** What the last run told of a name, as long as the text is the one that ran. */
function seenBy(run: CellSession): Language['seen'] {
  return (text, cell, line, name) => {
    const { seen } = run.view.value
    if (seen === undefined || seen.text !== text) return undefined
    return seen.told.names.find((one) => one.cell === cell && one.line === line && one.name === name)
  }
}
