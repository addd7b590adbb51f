import { useEffect, useRef, useState } from 'preact/hooks'
import { Keys } from '#components/cell/keys.tsx'
import type { Addresses } from '#cells/kit.ts'
import type { useAnswer } from './use-answer.ts'

/** The editor that takes the printed code's place when the reader goes in, or has a text of their own. */
export function useAnswerEditor(
  answer: ReturnType<typeof useAnswer>,
  addresses: Addresses,
  say: (words: string) => void,
) {
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
