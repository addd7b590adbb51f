import type { RefObject } from 'preact'
import { useEffect, useState, type MutableRef } from 'preact/hooks'
import type { Editor, EditorOptions } from './editor.ts'
import type { LanguageOptions } from './language-of.ts'

interface Options {
  /** Where the editor is kept once it's open, and where it's put. */
  readonly editor: MutableRef<Editor | undefined>
  readonly host: RefObject<HTMLElement>
  readonly language: Omit<LanguageOptions, 'aloud'>
  /** Begins to fetch what a run will need. */
  prepare(): void
  /** What the editor is opened with; asked at that moment. */
  options(): Omit<EditorOptions, 'parent' | 'language' | 'onTabMode' | 'onProblem'>
  /** Called when the editor is there, before it's shown. */
  opened?(editor: Editor): void
}

/** An editor that's fetched when the reader goes in, and what it tells beside the text. */
export function useOpenedEditor({ editor, host, language, prepare, options, opened }: Options) {
  const [isOpen, setOpen] = useState(false)
  const [tabLeaves, setTabLeaves] = useState(true)
  const [problem, setProblem] = useState('')
  const [aloud, setAloud] = useState('')
  useEffect(() => () => editor.current?.destroy(), [])

  async function open(at?: { x: number; y: number } | number, focus = false): Promise<void> {
    prepare()
    if (editor.current === undefined) {
      const [{ openEditor }, { languageOf }] = await Promise.all([
        import('./editor.ts'),
        import('./language-of.ts'),
      ])
      if (host.current === null) return
      // The answer to two quick clicks is one editor.
      editor.current ??= openEditor({
        ...options(),
        parent: host.current,
        onTabMode: setTabLeaves,
        onProblem: setProblem,
        language: languageOf({ ...language, aloud: setAloud }),
      })
      opened?.(editor.current)
      setOpen(true)
      await new Promise(requestAnimationFrame)
    }
    if (focus) editor.current.focus(at)
  }

  return { isOpen, open, tabLeaves, problem, aloud }
}
