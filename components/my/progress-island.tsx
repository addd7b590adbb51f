import { useEffect, useState } from 'preact/hooks'
import { lessonProgress } from '#learning/lesson.ts'
import type { Progress } from '#learning/progress.ts'
import type { Reviews } from '#learning/reviews.ts'
import { learner } from '#learner/learner.ts'
import type { Learner } from '#learner/learner.ts'
import { Backup } from './backup.tsx'
import type { CourseLesson } from './course.ts'
import { ResultsPanel } from './results.tsx'
import { LessonRow, type Reset } from './lesson-row.tsx'

interface Props {
  /** Address of the course's items. */
  readonly items: string
  readonly syncPage: string
  /** Address of the questions with their keys, and of the page that opens a sheet. */
  readonly questions: string
  readonly teacherPage: string
}

/** How far the reader is, by lesson and in all; every part can be reset, and every reset taken back. */
export default function ProgressIsland({ items, syncPage, questions, teacherPage }: Props) {
  const course = useCourse(items)
  const reader = useReader()
  const [undo, setUndo] = useState<{ readonly event: string; readonly words: string }>()
  if (typeof course === 'string') return <p class="error">{course}</p>
  if (course === undefined || reader === undefined) return <p class="hint">Loading your progress…</p>
  const { known, progress, reviews } = reader
  const reset = async (of: Reset, words: string) =>
    setUndo({ event: await known.record({ type: 'reset', ...of }), words })
  const whole = course.reduce(
    (sum, { items }) => {
      const { read, answered } = lessonProgress(progress, items)
      return { done: sum.done + read.done + answered.done, of: sum.of + read.of + answered.of }
    },
    { done: 0, of: 0 },
  )
  const knownCards = [...reviews.standings.values()].filter(({ phase }) => phase === 'known').length
  return (
    <>
      <p class="my-whole" data-done={whole.done} data-of={whole.of}>
        <meter min={0} max={whole.of} value={whole.done} aria-hidden="true" /> {whole.done} of {whole.of}{' '}
        sections and questions done in the whole course; {knownCards} cards known.
      </p>
      <p role="status" class="my-undo">
        {undo && (
          <>
            {undo.words} is reset.{' '}
            <button
              class="button quiet"
              type="button"
              onClick={() => {
                void known.record({ type: 'undone', event: undo.event })
                setUndo(undefined)
              }}
            >
              Undo
            </button>
          </>
        )}
      </p>
      {course.map((lesson) => (
        <LessonRow key={lesson.lesson} lesson={lesson} progress={progress} reset={reset} />
      ))}
      <p>
        <button
          class="button quiet"
          type="button"
          onClick={() =>
            void reset(
              { reach: 'everything', lesson: '', section: '', questions: [] },
              'Everything but your own cards and notes',
            )
          }
        >
          Reset everything
        </button>
      </p>
      <ResultsPanel {...{ course, progress, questions, teacherPage }} />
      <Backup known={known} syncPage={syncPage} />
    </>
  )
}

interface Reader {
  readonly known: Learner
  readonly progress: Progress
  readonly reviews: Reviews
}

/** What the reader has done, followed while the page is open; undefined until the storage has answered. */
function useReader(): Reader | undefined {
  const [reader, setReader] = useState<Reader>()
  useEffect(() => {
    let stop = () => {}
    void learner().then((known) => {
      const look = async () => {
        const reviews = await known.reviews()
        setReader({ known, progress: known.progress(), reviews })
      }
      stop = known.watch(() => void look())
      void look()
    })
    return () => stop()
  }, [])
  return reader
}

function useCourse(address: string): readonly CourseLesson[] | string | undefined {
  const [course, setCourse] = useState<readonly CourseLesson[] | string>()
  useEffect(() => {
    fetch(address)
      .then((response) => (response.ok ? response.json() : Promise.reject(new Error(address))))
      .then((found) => setCourse(found as readonly CourseLesson[]))
      .catch(() => setCourse('The list of lessons couldn’t be loaded. Are you offline? Reload to try again.'))
  }, [address])
  return course
}
