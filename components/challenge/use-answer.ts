import { signal, type Signal } from '@preact/signals'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useDraft } from '#cells/drafts.ts'
import {
  ownPlanIn,
  readCurve,
  readJudgement,
  type PointOfNoReturn,
  type Judgement,
} from '#cells/judgement.ts'
import { prepare, type Addresses } from '#cells/kit.ts'
import { keepOpen } from '#cells/open-texts.ts'
import { openSession } from '#cells/session.ts'
import type { CellSession } from '#cells/session-port.ts'
import type { Editor } from '#components/cell/editor.ts'
import { codeLink } from '#links/code-link.ts'
import type { PlanLink } from '#links/plan-link.ts'
import { readValueLink, valueLink } from '#links/value-link.ts'
import type { Published } from '#sandbox/items.ts'

/** How long a judging may take: some hundred plans, on a phone. */
const judgeMs = 10_000
/** The longest text that a shared answer brings. */
const mostCode = 40_000

interface AnswerOptions {
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

/** What the judge found so far. */
interface Found {
  readonly told: Signal<Judgement | undefined>
  readonly curve: Signal<PointOfNoReturn | undefined>
  /** The smallest plan that breaks an answer that is a program, as JSON. */
  readonly plan: Signal<string | undefined>
}

/** A cell that shows the plan's run with the answer in it. */
function runText(plan: string): string {
  return [
    "import { show } from 'engine'",
    "import * as answer from './answer'",
    "import { asked } from './check'",
    '',
    '// The smallest plan that breaks the answer.',
    `const plan = ${JSON.stringify(JSON.parse(plan), null, 2)}`,
    '',
    'const { system } = asked.scenario(answer, 1)',
    'show({ system, plan })',
  ].join('\n')
}

/** The answer in the page's address, and what to say of it; nothing where there is none. */
async function sharedAnswer(): Promise<{ readonly code?: string; readonly say: string | undefined }> {
  const link = await readValueLink('answer', location.hash)
  if (!link.ok) return { say: link.isAbsent ? undefined : link.message }
  const code = (link.value as { readonly code?: unknown } | null)?.code
  if (typeof code !== 'string' || code.length > mostCode) return { say: 'This link holds no answer.' }
  return { code, say: 'This answer came with the link. It hasn’t been run: Check runs it.' }
}

/** The answer, the judge's program and the plan that breaks them, as the playground for code opens them. */
async function awayLink(addresses: Addresses, plan: string, answer: string): Promise<PlanLink> {
  const check = (await prepare(addresses)).cells['check']?.source ?? ''
  return codeLink({
    cells: [
      { name: 'run', text: runText(plan) },
      { name: 'answer', text: answer },
      { name: 'check', text: check.replace("from './solution'", "from './answer'") },
    ],
    first: 'run',
    title: 'What breaks my answer',
  })
}

/** A reader's answer to a challenge: its text, the editor, the judge's session and what was found. */
export function useAnswer({ lesson, hash, addresses, given = {}, starter, ready, right }: AnswerOptions) {
  const draft = useDraft({ lesson, cell: 'answer', hash, starter })
  const editor = useRef<Editor>()
  const published = useRef(new Map<string, Published>())
  const found = useRef<Found>()
  found.current ??= { told: signal(undefined), curve: signal(undefined), plan: signal(undefined) }
  const { told, curve, plan } = found.current
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
      plan.value = ownPlanIn(published.current)
      if (told.value?.result === 'right') right()
    },
  })
  const run = session.current

  function forget(): void {
    published.current = new Map()
    told.value = undefined
    curve.value = undefined
    plan.value = undefined
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

  /** The two texts change places: the one that was shown is then the other. */
  function swap(text: string): void {
    draft.swap(text)
    editor.current?.setText(text)
  }

  useEffect(() => {
    const stops = Object.entries(given).map(([cell, text]) => keepOpen(lesson, cell, () => text))
    return () => stops.forEach((stop) => stop())
  }, [])
  useEffect(() => {
    void sharedAnswer().then((found) => {
      if (found.code !== undefined) swap(found.code)
      setShared(found.say)
    })
  }, [])

  return {
    draft,
    editor,
    run,
    told,
    curve,
    plan,
    shared,
    before,
    put,
    starter,
    swap,
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
    away: () => awayLink(addresses, plan.value ?? '{}', draft.text()),
    solution: async () => (await prepare(addresses)).cells['solution']?.source ?? '',
  }
}
