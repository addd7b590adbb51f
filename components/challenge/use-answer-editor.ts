import { useEffect, useRef } from 'preact/hooks'
import type { Addresses } from '#cells/kit.ts'
import type { Keys } from '#components/cell/keys.tsx'
import { useOpenedEditor } from '#components/cell/use-opened-editor.ts'
import type { useAnswer } from './use-answer.ts'

/** The editor that takes the printed code's place when the reader goes in, or has a text of their own. */
export function useAnswerEditor(
  answer: ReturnType<typeof useAnswer>,
  addresses: Addresses,
  say: (words: string) => void,
) {
  const host = useRef<HTMLDivElement>(null)
  const { draft, editor, run } = answer
  const { isOpen, open, aloud, tabLeaves, problem } = useOpenedEditor({
    editor,
    host,
    language: { addresses, cell: 'answer', isAlone: true, say },
    prepare: run.prepare,
    options: () => ({
      text: draft.text(),
      label: 'Your answer',
      onChange: draft.change,
      onRun: () => void answer.check(),
    }),
  })
  useEffect(() => {
    if (draft.isRestored || answer.shared !== undefined) void open()
  }, [draft.isRestored, answer.shared])

  const onUse: Parameters<typeof Keys>[0]['onUse'] = (tool) => editor.current?.use(tool)
  return { host, isOpen, open, aloud, keys: { tabLeaves, problem, onUse } }
}
