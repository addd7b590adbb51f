import { useEffect, useState } from 'preact/hooks'
import { gradeText } from '#learning/exam/regrade.ts'
import { asExamined } from '#learning/exam/sheet-of-exam.ts'
import type { Exam, ExamMark } from '#learning/exam/state.ts'
import type { Exams } from './exams.ts'
import { AskedQuestion } from './asked-question.tsx'
import { ExamEnd } from './exam-end.tsx'

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
      <p class="exam-state">
        <span role="status">
          {questions.length - open.length} of {questions.length} answered
          {flagged.length > 0 && `, ${flagged.length} flagged`}.
        </span>{' '}
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

/** The minutes since an exam began, shown when the reader asks for them. */
function Elapsed({ since }: { readonly since: number }) {
  const [now, setNow] = useState(Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return <span data-elapsed>{Math.max(0, Math.floor((now - since) / 60_000))} minutes so far.</span>
}
