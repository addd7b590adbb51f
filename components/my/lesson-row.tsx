import type { Happening } from '#learning/event.ts'
import { lessonProgress, share } from '#learning/lesson.ts'
import { versioned } from '#learning/progress.ts'
import type { Progress } from '#learning/progress.ts'
import type { CourseLesson, CourseSection } from './course.ts'

/** What a reader takes back: a question, a section, a lesson or everything. */
export type Reset = Omit<Extract<Happening, { readonly type: 'reset' }>, 'type'>

interface RowProps {
  readonly lesson: CourseLesson
  readonly progress: Progress
  reset(of: Reset, words: string): Promise<void>
}

/** How far the reader is in one lesson, section by section, each with its Reset. */
export function LessonRow({ lesson, progress, reset }: RowProps) {
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
