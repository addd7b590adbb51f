import { useEffect, useRef, useState } from 'preact/hooks'
import { askedBack, formAnswer } from '#learning/exam/regrade.ts'
import type { ExamMark } from '#learning/exam/state.ts'
import type { FiledQuestion } from '#learning/question-file.ts'
import { Inline } from '../quiz/inline.tsx'
import { forms } from '../quiz/kinds/index.ts'

interface QuestionProps {
  readonly number: number
  readonly question: FiledQuestion
  readonly mark: ExamMark
  keep(mark: ExamMark): Promise<unknown>
  /** Hands out how to keep what is still waiting. */
  flushes(write: () => Promise<unknown>): void
  saw(answer: string | null): void
}

/** Quick typing is kept once it pauses. */
const pauseMs = 400

/** One question of an exam that's on: answered, changed and flagged in any order, and kept as it's typed. */
export function AskedQuestion({ number, question, mark, keep, flushes, saw }: QuestionProps) {
  const [answer, setAnswer] = useState<unknown>(() => formAnswer(question, mark.answer))
  const [isFlagged, setFlagged] = useState(mark.isFlagged)
  const now = useRef({ mark, timer: 0 })
  // Another tab may have answered: what it wrote is shown here, unless this one has something newer to say.
  useEffect(() => {
    if (now.current.timer !== 0) return
    now.current.mark = mark
    setAnswer(formAnswer(question, mark.answer))
    setFlagged(mark.isFlagged)
  }, [mark.answer, mark.isFlagged])
  const write = async () => {
    if (now.current.timer === 0) return
    clearTimeout(now.current.timer)
    now.current.timer = 0
    await keep(now.current.mark)
  }
  const soon = (to: Partial<ExamMark>, ms: number) => {
    now.current.mark = { ...now.current.mark, ...to }
    clearTimeout(now.current.timer)
    now.current.timer = window.setTimeout(() => void write(), ms)
  }
  useEffect(() => {
    const hurry = () => void write()
    addEventListener('pagehide', hurry)
    return () => removeEventListener('pagehide', hurry)
  }, [])
  flushes(write)
  saw(now.current.mark.answer)
  const { Fields } = forms.get(question.kind)!
  return (
    <section class="box ask question" data-exam-question={question.id} data-flagged={isFlagged || undefined}>
      <fieldset>
        <legend>
          <span class="kicker">Question {number}</span>
          <Inline text={question.prompt} />
        </legend>
        <Fields
          id={question.id}
          data={question.data}
          answer={answer ?? undefined}
          change={(changed) => {
            setAnswer(changed)
            soon({ answer: JSON.stringify(changed) }, pauseMs)
          }}
          reasons={undefined}
        />
      </fieldset>
      <p class="error" role="status">
        {askedBack(question, mark.answer)}
      </p>
      <p class="actions">
        <button
          class="button"
          type="button"
          aria-pressed={isFlagged}
          onClick={() => {
            setFlagged(!isFlagged)
            soon({ isFlagged: !isFlagged }, 0)
          }}
        >
          Flag<span class="visually-hidden"> question {number}</span>
        </button>
      </p>
    </section>
  )
}
