import { useEffect, useRef, useState } from 'preact/hooks'
import { draftOf, dropOther, keepDraft, otherDraftOf } from './kept-drafts.ts'
import { keepOpen } from './open-texts.ts'

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
  /** What this page knows to be kept; and what it will keep next, once what is being written is written. */
  const kept = useRef<string>()
  const next = useRef<{ readonly text: string; readonly from: string }>()
  const [shown, setShown] = useState<string>()
  const [startedFrom, setStartedFrom] = useState(hash)
  const [isRestored, setRestored] = useState(false)
  const [other, setOther] = useState<string>()

  const current = () => text.current ?? starter()

  /** Quick typing asks for a write with each key: what waits is only ever the latest text. */
  const keep = (changed: string, from: string) => {
    const isWaiting = next.current !== undefined
    next.current = { text: changed, from }
    if (!isWaiting) saving.current = saving.current.then(write)
  }

  const write = async () => {
    const now = next.current
    next.current = undefined
    if (now === undefined) return
    const before = kept.current
    kept.current = now.text
    await keepDraft({ lesson, cell, starterHash: now.from, text: now.text }, starter(), before)
    await lookForOther()
  }

  const lookForOther = async () => {
    const found = await otherDraftOf(lesson, cell)
    setOther(found === undefined || found.text === current() ? undefined : found.text)
  }

  // What is still waiting when the page goes is written at once.
  useEffect(() => {
    const hurry = () => void write()
    addEventListener('pagehide', hurry)
    return () => removeEventListener('pagehide', hurry)
  }, [])
  useEffect(() => keepOpen(lesson, cell, current), [])
  useEffect(() => {
    void draftOf(lesson, cell).then((draft) => {
      // The reader may have been quicker than the storage.
      kept.current ??= draft?.text
      void lookForOther()
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
    /** The text that another tab left for this cell; undefined while there's none. */
    other,
    /** Forgets the other tab's text. */
    async dropOther() {
      await dropOther(lesson, cell)
      setOther(undefined)
    },
    /** Shows the other tab's text; the one that was shown takes its place. */
    swap(text: string) {
      // As if this page had never known its own text: what is found then is kept as the other.
      kept.current = undefined
      setOther(undefined)
      this.change(text)
    },
    change(changed: string) {
      text.current = changed
      setShown(changed)
      setRestored(false)
      keep(changed, startedFrom)
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
