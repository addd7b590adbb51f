import { useEffect, useReducer, useRef } from 'preact/hooks'
import { kinds } from '#learning/kinds/index.ts'
import { attempted, fresh } from '#learning/quiz/attempt.ts'
import type { Attempt, AttemptAction } from '#learning/quiz/attempt.ts'
import { versioned } from '#learning/progress.ts'
import type { Answered } from '#learning/progress.ts'
import type { Kind } from '#learning/quiz/kind.ts'
import { learner } from '#learner/learner.ts'
import { hearPage } from '#learner/page-events.ts'
import { useProgress } from '#learner/use-progress.ts'
import { focusFirst } from './focus-first.ts'
import { Inline } from './inline.tsx'
import { ReportIt } from './report-it.tsx'
import { ResetIt } from './reset-it.tsx'
import { forms } from './kinds/index.ts'
import { spoken, sureLine, takeRetry } from './shown.ts'
import type { ShownQuestion } from './shown.ts'
import { Sureness } from './sureness.tsx'
import { Feedback } from './feedback.tsx'

/** One question, alive: asks, grades, explains, remembers the first attempt, and may be asked again. */
export default function QuestionIsland({ question }: { readonly question: ShownQuestion }) {
  const { Fields, showsReasons } = forms.get(question.kind)!
  const { attempt, change, answered, box, submit } = useAttempt(question)
  const { answer, confidence, verdict } = attempt
  const reopen = () => change({ type: 'reopened' })
  const retry = () => {
    reopen()
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
          change={(given) => change({ type: 'answered', answer: given })}
          reasons={verdict?.reasons}
          bench={question.bench}
        />
      </fieldset>
      {!verdict && (
        <Sureness chosen={confidence} choose={(chosen) => change({ type: 'rated', confidence: chosen })} />
      )}
      {!verdict && (
        <div class="actions">
          <button class="button main" type="submit">
            {attempt.isSettling ? 'Checking…' : 'Check'}
          </button>
          <span class="error" role="alert">
            {attempt.ask}
          </span>
        </div>
      )}
      {verdict && <Feedback {...{ question, verdict, confidence, answered, retry, showsReasons }} />}
      <p class="visually-hidden" aria-live="polite">
        {attempt.said}
      </p>
      <footer>
        <a href={`#${question.id}`}>Link to this question</a>
        <ReportIt {...question} choice={verdict?.choice} />
        <ResetIt
          question={question}
          isAnswered={answered !== undefined}
          openAgain={reopen}
          follow={() => change({ type: 'followed' })}
        />
      </footer>
    </form>
  )
}

/** The reader's attempt at a question, and what the log has of the attempts before. */
function useAttempt(question: ShownQuestion) {
  const kind = kinds.get(question.kind) as Kind
  const { settle } = forms.get(question.kind)!
  const [attempt, change] = useReducer<Attempt, AttemptAction>(attempted, fresh)
  const answered = useAnswered(question)
  const box = useRef<HTMLFormElement>(null)

  // What was answered on an earlier visit is shown again, unless the reader has already begun again.
  useEffect(() => {
    if (!answered) return
    const answer = kind.recall(answered.last.choice)
    const verdict = kind.grade(question.data, answer)
    if (verdict.ask !== undefined) return
    change({ type: 'recalled', answer, confidence: answered.last.confidence, verdict })
  }, [answered])
  useEffect(() => {
    // What was asked for while this question still slept.
    if (takeRetry(question.id)) change({ type: 'reopened' })
    return hearPage('anti-entropy:retry', (questions) => {
      if (!questions.includes(question.id)) return
      takeRetry(question.id)
      change({ type: 'reopened' })
    })
  }, [])

  async function submit(event: Event): Promise<void> {
    event.preventDefault()
    if (attempt.isSettling) return
    change({ type: 'submitted', isSettling: settle !== undefined })
    const given = settle === undefined ? attempt.answer : await settle(question)
    if (settle !== undefined) change({ type: 'settled', answer: given })
    const verdict = kind.grade(question.data, given)
    if (verdict.ask !== undefined) {
      change({ type: 'unreadable', ask: verdict.ask })
      focusFirst(box.current)
      return
    }
    const { confidence } = attempt
    const said = [spoken(verdict), sureLine(verdict.right, confidence)].filter(Boolean).join(' ')
    change({ type: 'graded', verdict, said })
    // What was pressed is gone now: who works by keys goes on at the feedback.
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('[data-feedback]')?.focus())
    const { right, choice } = verdict
    const { record } = await learner()
    void record({
      ...{ type: 'answered', question: question.id, version: question.version, choice, right },
      ...(confidence && { confidence }),
    })
  }
  return { attempt, change, answered, box, submit }
}

/** The learner's attempts at a question, followed while the page is open. */
function useAnswered({ id, version }: ShownQuestion): Answered | undefined {
  return useProgress(({ answered }) => answered.get(versioned(id, version)))
}
