import { signal, type Signal } from '@preact/signals'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useDraft } from '#cells/drafts.ts'
import { readCurve, readJudgement, type PointOfNoReturn, type Told } from '#cells/judgement.ts'
import { keepOpen, prepare, type Addresses } from '#cells/kit.ts'
import { openSession, type CellSession } from '#cells/session.ts'
import type { Editor } from '#components/cell/editor.ts'
import { readValueLink, valueLink } from '#links/value-link.ts'
import type { Published } from '#sandbox/items.ts'

/** How long a judging may take: some hundred plans, on a phone. */
const judgeMs = 10_000
/** The longest text that a shared answer brings. */
const mostCode = 40_000

export interface AnswerOptions {
  /** Keeps one challenge's draft apart from another's. */
  readonly lesson: string
  /** Hash of the starter. */
  readonly hash: string
  readonly addresses: Addresses
  /** Texts of further cells, which a made challenge brings. */
  readonly given?: Readonly<Record<string, string>>
  starter(): string
  ready(): Promise<unknown>
  /** An answer was found right. */
  right(): void
}

/** A reader's answer to a challenge: its text, the editor, the judge's session and what was found. */
export function useAnswer({ lesson, hash, addresses, given = {}, starter, ready, right }: AnswerOptions) {
  const draft = useDraft({ lesson, cell: 'answer', hash, starter })
  const editor = useRef<Editor>()
  const published = useRef(new Map<string, Published>())
  const found = useRef<{ told: Signal<Told | undefined>; curve: Signal<PointOfNoReturn | undefined> }>()
  found.current ??= { told: signal(undefined), curve: signal(undefined) }
  const { told, curve } = found.current
  /** What stood there before a reset, a solution or a shared answer took its place. */
  const [before, setBefore] = useState<string>()
  const [shared, setShared] = useState<string>()
  const session = useRef<CellSession>()
  session.current ??= openSession({
    addresses,
    cell: 'judge',
    flush: draft.flush,
    ready,
    timeMs: judgeMs,
    value(name, value) {
      published.current.set(name, value)
      if (name === 'judge curve length') curve.value = readCurve(published.current)
      if (name !== 'judge length') return
      told.value = readJudgement(published.current)
      if (told.value?.result === 'right') right()
    },
  })
  const run = session.current

  function forget(): void {
    published.current = new Map()
    told.value = undefined
    curve.value = undefined
  }

  /** Another text takes the place of the reader's, which can be brought back. */
  function put(text: string): void {
    setBefore(draft.text())
    if (text === starter()) draft.reset()
    else draft.change(text)
    editor.current?.setText(text)
    run.clear()
    forget()
  }

  useEffect(() => {
    const stops = Object.entries(given).map(([cell, text]) => keepOpen(lesson, cell, () => text))
    return () => stops.forEach((stop) => stop())
  }, [])
  useEffect(() => {
    void readValueLink('answer', location.hash).then((link) => {
      if (!link.ok) return link.isAbsent ? undefined : setShared(link.say)
      const code = (link.value as { readonly code?: unknown } | null)?.code
      if (typeof code !== 'string' || code.length > mostCode) return setShared('This link holds no answer.')
      draft.swap(code)
      editor.current?.setText(code)
      setShared('This answer came with the link. It hasn’t been run: Check runs it.')
    })
  }, [])

  return {
    draft,
    editor,
    run,
    told,
    curve,
    shared,
    before,
    put,
    starter,
    /** The two texts change places: the one that was shown is then the other. */
    swap(text: string) {
      draft.swap(text)
      editor.current?.setText(text)
    },
    check() {
      forget()
      return run.start()
    },
    undo() {
      if (before === undefined) return
      put(before)
      setBefore(undefined)
    },
    link: () => valueLink('answer', { code: draft.text() }),
    solution: async () => (await prepare(addresses)).cells['solution']?.source ?? '',
  }
}
