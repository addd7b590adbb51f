import { useEffect, useState } from 'preact/hooks'
import type { Happening } from '#learning/event.ts'
import { lessonProgress, share } from '#learning/lesson.ts'
import { versioned } from '#learning/progress.ts'
import type { Progress } from '#learning/progress.ts'
import type { Reviews } from '#learning/reviews.ts'
import { learner } from '#learner/learner.ts'
import type { Learner } from '#learner/learner.ts'
import { Backup } from './backup.tsx'
import type { CourseLesson, CourseSection } from './course.ts'
import { ResultsPanel } from './results.tsx'

interface Props {
  /** Address of the course's items. */
  readonly items: string
  readonly syncPage: string
  /** Address of the questions with their keys, and of the page that opens a sheet. */
  readonly questions: string
  readonly teacherPage: string
}

type Reset = Omit<Extract<Happening, { readonly type: 'reset' }>, 'type'>

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

interface RowProps {
  readonly lesson: CourseLesson
  readonly progress: Progress
  reset(of: Reset, words: string): Promise<void>
}

function LessonRow({ lesson, progress, reset }: RowProps) {
  const { read, answered, right, ran } = lessonProgress(progress, lesson.items)
  const seen = progress.read.get(lesson.lesson)
  return (
    <section class="my-lesson" data-my-lesson={lesson.lesson}>
      <h2>
        <a href={lesson.href}>{lesson.title}</a>
      </h2>
      <p>
        <meter
          min={0}
          max={1}
          value={share({ ...lessonProgress(progress, lesson.items) })}
          aria-hidden="true"
        />{' '}
        {read.done} of {read.of} sections read, {answered.done} of {answered.of} questions answered,{' '}
        {right.done} right first time, {ran.done} of {ran.of} cells run.
      </p>
      <Challenges challenges={lesson.challenges} progress={progress} />
      <details class="fold">
        <summary>Sections of {lesson.title}</summary>
        <ul>
          {lesson.sections.map((section) => (
            <li key={section.slug}>
              <a href={`${lesson.href}#${section.slug}`}>{section.text}</a>{' '}
              <span class="soft">{seen?.has(section.slug) ? 'read' : 'not read yet'}</span>{' '}
              <button
                class="button quiet"
                type="button"
                onClick={() =>
                  void reset(
                    {
                      reach: 'section',
                      lesson: lesson.lesson,
                      section: section.slug,
                      questions: section.questions.map(({ id }) => id),
                    },
                    `“${section.text}”`,
                  )
                }
              >
                Reset<span class="visually-hidden"> the section {section.text}</span>
              </button>
              <AnsweredQuestions lesson={lesson.lesson} section={section} progress={progress} reset={reset} />
            </li>
          ))}
        </ul>
        <button
          class="button quiet"
          type="button"
          onClick={() =>
            void reset(
              { reach: 'lesson', lesson: lesson.lesson, section: '', questions: [] },
              `“${lesson.title}”`,
            )
          }
        >
          Reset the whole lesson
        </button>
      </details>
    </section>
  )
}

interface ChallengesProps {
  readonly challenges: CourseLesson['challenges']
  readonly progress: Progress
}

/** The challenges of a lesson, each with whether it's solved. */
function Challenges({ challenges, progress }: ChallengesProps) {
  if (challenges.length === 0) return null
  return (
    <ul class="my-challenges" role="list">
      {challenges.map(({ id, version, title, href }) => (
        <li key={id} data-my-challenge={id}>
          Challenge: <a href={href}>{title}</a>{' '}
          {progress.solved.has(versioned(id, version)) ? (
            <span class="tag good">solved</span>
          ) : (
            <span class="soft">not solved yet</span>
          )}
        </li>
      ))}
    </ul>
  )
}

interface AnsweredProps {
  readonly lesson: string
  readonly section: CourseSection
  readonly progress: Progress
  reset(of: Reset, words: string): Promise<void>
}

/** The questions of a section that have an answer, each to be forgotten by itself. */
function AnsweredQuestions({ lesson, section, progress, reset }: AnsweredProps) {
  const answered = section.questions.filter(({ id, version }) =>
    progress.answered.has(versioned(id, version)),
  )
  if (answered.length === 0) return null
  return (
    <ul>
      {answered.map(({ id, prompt }) => (
        <li key={id} data-answered={id}>
          {prompt}{' '}
          <button
            class="button quiet"
            type="button"
            onClick={() =>
              void reset({ reach: 'question', lesson, section: '', questions: [id] }, `“${prompt}”`)
            }
          >
            Reset<span class="visually-hidden"> the question {prompt}</span>
          </button>
        </li>
      ))}
    </ul>
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
