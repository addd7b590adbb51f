import { useEffect, useState } from 'preact/hooks'
import type { LearningEvent } from '#learning/event.ts'
import { currentExam, examsOf } from '#learning/exam/state.ts'
import { learner } from '#learner/learner.ts'
import { questionFile } from '../teach/question-file.ts'
import { AskedExam } from './asked-exam.tsx'
import { BeginExam } from './begin-exam.tsx'
import type { Exams } from './exams.ts'
import { ReviewedExam } from './reviewed-exam.tsx'

interface Props {
  /** Address of the course's questions. */
  readonly questions: string
  /** Address of the page on which a teacher opens a sheet. */
  readonly teacherPage: string
  /** The site's address, for a link to a sheet. */
  readonly site: string
}

/** An exam: chosen, answered with flags, submitted once, reviewed. All of it is in the reader's log, so a reload keeps it. */
export default function ExamIsland({ questions, teacherPage, site }: Props) {
  const exams = useExams(questions)
  const events = useEvents()
  const [reviewed, setReviewed] = useState<string>()
  if (typeof exams === 'string') return <p class="error">{exams}</p>
  if (exams === undefined || events === undefined) return <p class="hint">Loading the questions…</p>
  const all = examsOf(events)
  const current = currentExam(all)
  if (current !== undefined)
    return <AskedExam key={current.exam} exam={current} exams={exams} show={setReviewed} />
  const submitted = [...all.values()]
    .filter(({ end }) => end?.isSubmitted === true)
    .sort((one, other) => other.end!.at - one.end!.at)
  const shown = submitted.find(({ exam }) => exam === reviewed)
  return (
    <>
      {shown === undefined ? (
        <BeginExam exams={exams} />
      ) : (
        <ReviewedExam key={shown.exam} exam={shown} exams={exams} teacherPage={teacherPage} site={site} />
      )}
      {submitted.length > 0 && (
        <section aria-labelledby="past-exams">
          <h2 id="past-exams">Your exams</h2>
          <ul class="past-exams">
            {submitted.map(({ exam, end, items }) => (
              <li key={exam}>
                <button
                  class="button quiet"
                  type="button"
                  aria-pressed={exam === reviewed}
                  onClick={() => setReviewed(exam === reviewed ? undefined : exam)}
                >
                  {new Date(end!.at).toISOString().slice(0, 10)}, {items.length} questions
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function useExams(address: string): Exams | string | undefined {
  const [exams, setExams] = useState<Exams | string>()
  useEffect(() => {
    Promise.all([questionFile(address), learner()]).then(
      ([{ lessons }, { record }]) => {
        const all = lessons.flatMap((lesson) => lesson.questions.map((one) => [one.id, one] as const))
        setExams({ lessons, questions: new Map(all), record })
      },
      () => setExams('The questions couldn’t be loaded. Are you offline? Reload to try again.'),
    )
  }, [address])
  return exams
}

function useEvents(): readonly LearningEvent[] | undefined {
  const [events, setEvents] = useState<readonly LearningEvent[]>()
  useEffect(() => {
    let stop = () => {}
    let isGone = false
    void learner().then((found) => {
      if (isGone) return
      const look = () => void found.exams().then(setEvents)
      stop = found.watch(look)
      look()
    })
    return () => {
      isGone = true
      stop()
    }
  }, [])
  return events
}
