import { useEffect, useRef, useState } from 'preact/hooks'
import type { Confidence } from '#learning/event.ts'
import { kinds } from '#learning/kinds/index.ts'
import { versioned } from '#learning/progress.ts'
import type { Answered } from '#learning/progress.ts'
import type { Kind, Verdict } from '#learning/quiz/kind.ts'
import { learner } from '#learner/learner.ts'
import { hearPage } from '#learner/page-events.ts'
import { useProgress } from '#learner/use-progress.ts'
import { Inline } from './inline.tsx'
import { ReportIt } from './report-it.tsx'
import { ResetIt } from './reset-it.tsx'
import { RunIt } from './run-it.tsx'
import { forms } from './kinds/index.ts'
import { confidences, spoken, sureLine, takeRetry } from './shown.ts'
import type { ShownQuestion } from './shown.ts'

type Graded = Exclude<Verdict, { readonly ask: string }>

/** One question, alive: asks, grades, explains, remembers the first attempt, and may be asked again. */
export default function QuestionIsland({ question }: { readonly question: ShownQuestion }) {
  const kind = kinds.get(question.kind) as Kind
  const { Fields, showsReasons, settle } = forms.get(question.kind)!
  const [answer, setAnswer] = useState<unknown>()
  const [confidence, setConfidence] = useState<Confidence>()
  const [verdict, setVerdict] = useState<Graded>()
  const [ask, setAsk] = useState('')
  const [said, setSaid] = useState('')
  const [isSettling, setSettling] = useState(false)
  const answered = useAnswered(question)
  const box = useRef<HTMLFormElement>(null)

  // What was answered on an earlier visit is shown again, unless the reader has already begun again.
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current || !answered) return
    begun.current = true
    const again = kind.recall(answered.last.choice)
    const graded = kind.grade(question.data, again)
    if (graded.ask !== undefined) return
    setAnswer(again)
    setConfidence(answered.last.confidence)
    setVerdict(graded)
  }, [answered])

  const openAgain = () => {
    setAnswer(undefined)
    setConfidence(undefined)
    setVerdict(undefined)
    setSaid('')
  }
  useEffect(() => {
    // What was asked for while this question still slept.
    if (takeRetry(question.id)) {
      begun.current = true
      openAgain()
    }
    return hearPage('anti-entropy:retry', (questions) => {
      if (!questions.includes(question.id)) return
      takeRetry(question.id)
      begun.current = true
      openAgain()
    })
  }, [])

  const submit = async (event: Event) => {
    event.preventDefault()
    if (isSettling) return
    setAsk('')
    setSettling(settle !== undefined)
    const given = settle === undefined ? answer : await settle(question)
    setSettling(false)
    if (settle !== undefined) setAnswer(given)
    const graded = kind.grade(question.data, given)
    if (graded.ask !== undefined) {
      setAsk(graded.ask)
      focusFirst(box.current)
      return
    }
    begun.current = true
    setAsk('')
    setVerdict(graded)
    // What was pressed is gone now: who works by keys goes on at the feedback.
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('[data-feedback]')?.focus())
    setSaid([spoken(graded), sureLine(graded.right, confidence)].filter(Boolean).join(' '))
    void learner().then(({ record }) =>
      record({
        type: 'answered',
        question: question.id,
        version: question.version,
        choice: graded.choice,
        right: graded.right,
        ...(confidence && { confidence }),
      }),
    )
  }
  const retry = () => {
    openAgain()
    requestAnimationFrame(() => focusFirst(box.current))
  }

  return (
    <form
      class="box ask question"
      id={question.id}
      data-question={question.id}
      data-kind={question.kind}
      data-state={verdict ? (verdict.right ? 'right' : 'wrong') : 'open'}
      ref={box}
      onSubmit={(event) => void submit(event)}
      novalidate
    >
      <fieldset>
        <legend>
          <Inline text={question.prompt} />
        </legend>
        <Fields
          id={question.id}
          data={question.data}
          answer={answer}
          change={(changed) => {
            begun.current = true
            setAnswer(changed)
          }}
          reasons={verdict?.reasons}
          bench={question.bench}
        />
      </fieldset>
      {!verdict && <Sureness chosen={confidence} choose={setConfidence} />}
      {!verdict && (
        <div class="actions">
          <button class="button main" type="submit">
            {isSettling ? 'Checking…' : 'Check'}
          </button>
          <span class="error" role="alert">
            {ask}
          </span>
        </div>
      )}
      {verdict && <Feedback {...{ question, verdict, confidence, answered, retry, showsReasons }} />}
      <p class="visually-hidden" aria-live="polite">
        {said}
      </p>
      <footer>
        <a href={`#${question.id}`}>Link to this question</a>
        <ReportIt {...question} choice={verdict?.choice} />
        <ResetIt
          question={question}
          isAnswered={answered !== undefined}
          openAgain={openAgain}
          begun={begun}
        />
      </footer>
    </form>
  )
}

/** The first field of a question, whatever its kind. */
function focusFirst(box: HTMLElement | null): void {
  box?.querySelector<HTMLElement>('input, select, .order button')?.focus()
}

/** The learner's attempts at a question, followed while the page is open. */
function useAnswered({ id, version }: ShownQuestion): Answered | undefined {
  return useProgress(({ answered }) => answered.get(versioned(id, version)))
}

interface SurenessProps {
  readonly chosen: Confidence | undefined
  readonly choose: (confidence: Confidence | undefined) => void
}

function Sureness({ chosen, choose }: SurenessProps) {
  return (
    <div class="sureness" role="group" aria-label="How sure are you? Optional.">
      <span class="hint" aria-hidden="true">
        How sure are you?
      </span>
      {confidences.map(({ value, name }) => (
        <button
          key={value}
          type="button"
          class="button"
          aria-pressed={chosen === value}
          onClick={() => choose(chosen === value ? undefined : value)}
        >
          {name}
        </button>
      ))}
    </div>
  )
}

interface FeedbackProps {
  readonly question: ShownQuestion
  readonly verdict: Graded
  readonly confidence: Confidence | undefined
  readonly answered: Answered | undefined
  readonly retry: () => void
  readonly showsReasons: boolean
}

function Feedback({ question, verdict, confidence, answered, retry, showsReasons }: FeedbackProps) {
  const sure = sureLine(verdict.right, confidence)
  return (
    <div class="feedback" data-feedback tabIndex={-1}>
      <p class={`verdict ${verdict.right ? 'holds' : 'broken'}`}>{headline(verdict, answered)}</p>
      {sure !== undefined && <p data-sure={confidence}>{sure}</p>}
      {!showsReasons && (
        <dl>
          {verdict.reasons.map(({ label, reason, isRight, isChosen, said }) => (
            <div key={label} data-verdict={isRight ? 'right' : 'wrong'}>
              <dt>
                {said === undefined && (isChosen ? 'Your answer: ' : isRight ? 'Correct answer: ' : '')}
                <Inline text={said ?? label} />
              </dt>
              <dd>
                <Inline text={reason} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <div class="actions">
        <a href={question.see}>See it in the lesson</a>
        {question.run !== undefined && <RunIt {...question.run} />}
        <button class="button" type="button" onClick={retry}>
          {verdict.right ? 'Answer again' : 'Try again'}
        </button>
      </div>
    </div>
  )
}

function headline(verdict: Graded, answered: Answered | undefined): string {
  const now = verdict.right
    ? 'Correct.'
    : verdict.part === undefined
      ? 'Not quite.'
      : `Not quite: ${verdict.part}.`
  if (!answered || answered.attempts < 2) return now
  return `${now} Your first answer, which was ${answered.first.right ? 'right' : 'wrong'}, is the one that counts; this is practice.`
}
