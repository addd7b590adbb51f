import { useEffect, useRef, useState } from 'preact/hooks'
import { draftOf, keepDraft, keepOpen } from './kit.ts'

interface DraftOptions {
  readonly lesson: string
  readonly cell: string
  /** Hash of the author's text. */
  readonly hash: string
  /** The author's text. */
  starter(): string
}

/** The text of a cell as its reader has it: restored, kept at each change, thrown away at reset. */
export function useDraft({ lesson, cell, hash, starter }: DraftOptions) {
  const text = useRef<string>()
  const saving = useRef<Promise<void>>(Promise.resolve())
  const [shown, setShown] = useState<string>()
  const [startedFrom, setStartedFrom] = useState(hash)
  const [isRestored, setRestored] = useState(false)

  const current = () => text.current ?? starter()
  const keep = (next: string, from: string) => {
    const draft = { lesson, cell, starterHash: from, text: next }
    // One after another: the last change is the one that stays.
    saving.current = saving.current.then(() => keepDraft(draft, starter()))
  }

  useEffect(() => keepOpen(lesson, cell, current), [])
  useEffect(() => {
    void draftOf(lesson, cell).then((draft) => {
      // The reader may have been quicker than the storage.
      if (draft === undefined || text.current !== undefined || draft.text === starter()) return
      text.current = draft.text
      setShown(draft.text)
      setStartedFrom(draft.starterHash)
      setRestored(true)
    })
  }, [])

  return {
    text: current,
    /** The text when it was last changed, for what is drawn from it. */
    shown: shown ?? '',
    isChanged: shown !== undefined && shown !== starter(),
    /** True when the author has changed the cell since the reader did. */
    isStale: startedFrom !== hash,
    /** True until the reader changes a text that an earlier visit left. */
    isRestored,
    change(next: string) {
      text.current = next
      setShown(next)
      setRestored(false)
      keep(next, startedFrom)
    },
    reset() {
      text.current = undefined
      setShown(undefined)
      setRestored(false)
      setStartedFrom(hash)
      keep(starter(), hash)
    },
    /** Resolves when every change so far is kept. */
    flush: () => saving.current,
  }
}
