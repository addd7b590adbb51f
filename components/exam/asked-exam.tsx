import { useEffect, useRef, useState } from 'preact/hooks'
import { askedBack, formAnswer, gradeText } from '#learning/exam/regrade.ts'
import { asExamined } from '#learning/exam/sheet-of-exam.ts'
import type { Exam, ExamMark } from '#learning/exam/state.ts'
import type { FiledQuestion } from '#learning/question-file.ts'
import { counted } from '#text/numbers.ts'
import { Inline } from '../quiz/inline.tsx'
import { forms } from '../quiz/kinds/index.ts'
import type { Exams } from './exams.ts'

interface Props {
  readonly exam: Exam
  readonly exams: Exams
  /** Shows the exam of this id once it's submitted. */
  show(exam: string): void
}

const unmarked: ExamMark = { answer: null, isFlagged: false }

/** An exam while it's on: every question open, to be answered in any order, flagged, and submitted once. */
export function AskedExam({ exam, exams, show }: Props) {
  const questions = exam.items.flatMap(({ question, version }) => {
    const found = exams.questions.get(question)
    return found?.version === version ? [asExamined(found, exam.seed)] : []
  })
  const open = questions.filter((one) => gradeText(one, exam.marks.get(one.id)?.answer ?? null) === undefined)
  const flagged = questions.filter(({ id }) => exam.marks.get(id)?.isFlagged)
  const end = async (isSubmitted: boolean) => {
    // Fields that were just left are in the log before the end is.
    await Promise.all(pending.map((write) => write()))
    if (isSubmitted)
      for (const question of questions) {
        const verdict = gradeText(
          question,
          latest.get(question.id) ?? exam.marks.get(question.id)?.answer ?? null,
        )
        if (verdict === undefined) continue
        const { choice, right } = verdict
        await exams.record({
          type: 'answered',
          question: question.id,
          version: question.version,
          choice,
          right,
        })
      }
    show(exam.exam)
    await exams.record({ type: 'exam-ended', exam: exam.exam, isSubmitted })
  }
  const pending: (() => Promise<unknown>)[] = []
  const latest = new Map<string, string | null>()
  return (
    <div class="exam" data-exam={exam.exam} data-open={open.length}>
      <p class="exam-state" role="status">
        {questions.length - open.length} of {questions.length} answered
        {flagged.length > 0 && `, ${flagged.length} flagged`}.{' '}
        {exam.isTimed && <Elapsed since={exam.begunAt} />}
      </p>
      {questions.map((question, index) => (
        <AskedQuestion
          key={question.id}
          number={index + 1}
          question={question}
          mark={exam.marks.get(question.id) ?? unmarked}
          keep={(mark) =>
            exams.record({ type: 'exam-marked', exam: exam.exam, question: question.id, ...mark })
          }
          flushes={(write) => pending.push(write)}
          saw={(answer) => latest.set(question.id, answer)}
        />
      ))}
      <ExamEnd open={open.length} flagged={flagged.length} end={(isSubmitted) => void end(isSubmitted)} />
    </div>
  )
}

interface EndProps {
  readonly open: number
  readonly flagged: number
  end(isSubmitted: boolean): void
}

/** Submitting, asked twice, because it's done once. */
function ExamEnd({ open, flagged, end }: EndProps) {
  const [isSure, setSure] = useState(false)
  return (
    <div class="box exam-end">
      {isSure ? (
        <>
          <p role="alert">
            {open === 0
              ? 'Every question has an answer.'
              : `${counted(open, 'question has', 'questions have')} no answer yet.`}{' '}
            {flagged > 0 && `${flagged} flagged. `}You can submit once.
          </p>
          <p class="actions">
            <button class="button main" type="button" onClick={() => end(true)}>
              Submit now
            </button>
            <button class="button" type="button" onClick={() => setSure(false)}>
              Keep answering
            </button>
            <button class="button quiet" type="button" onClick={() => end(false)}>
              Give up without submitting
            </button>
          </p>
        </>
      ) : (
        <button class="button main" type="button" onClick={() => setSure(true)}>
          Submit the exam
        </button>
      )}
    </div>
  )
}

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

function AskedQuestion({ number, question, mark, keep, flushes, saw }: QuestionProps) {
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

/** The minutes since an exam began, shown when the reader asks for them. */
function Elapsed({ since }: { readonly since: number }) {
  const [now, setNow] = useState(Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return <span data-elapsed>{Math.max(0, Math.floor((now - since) / 60_000))} minutes so far.</span>
}
