import { useState } from 'preact/hooks'
import { sheetOfProgress } from '#learning/exam/from-progress.ts'
import { sheetText } from '#learning/exam/sheet.ts'
import { lessonProgress } from '#learning/lesson.ts'
import type { LessonProgress } from '#learning/lesson.ts'
import type { Progress } from '#learning/progress.ts'
import { saveFile } from '#links/save-file.ts'
import { copyRefused } from '#text/copying.ts'
import { questionFile } from '../teach/question-file.ts'
import type { CourseLesson } from './course.ts'

interface Props {
  readonly course: readonly CourseLesson[]
  readonly progress: Progress
  /** Address of the course's questions, for the sheet. */
  readonly questions: string
  /** Address of the page on which a teacher opens a sheet. */
  readonly teacherPage: string
}

/** The reader's results as a table to hand in: copied as text, saved, or as a sheet that a teacher opens and replays. */
export function ResultsPanel({ course, progress, questions, teacherPage }: Props) {
  const [said, setSaid] = useState('')
  const rows = course.map(({ title, items }) => ({ title, ...lessonProgress(progress, items) }))
  const text = [
    `Anti-Entropy: my results, ${today()}`,
    ...rows.map(
      ({ title, read, answered, right }) =>
        `${title}: ${read.done}/${read.of} sections read, ${answered.done}/${answered.of} questions answered, ${right.done} right first time`,
    ),
  ].join('\n')
  const saveSheet = async () => {
    try {
      const { lessons } = await questionFile(questions)
      const all = lessons.flatMap((lesson) => lesson.questions)
      const sheet = sheetOfProgress(progress, all, Date.now())
      if (sheet.items.length === 0) return setSaid('There’s nothing to save yet: answer a question first.')
      saveFile(`anti-entropy-sheet-${today()}.json`, sheetText(sheet), 'application/json')
      setSaid(`Saved: ${sheet.items.length === 1 ? 'one answer' : `${sheet.items.length} answers`}.`)
    } catch {
      setSaid('The list of questions couldn’t be loaded. Are you offline? Try again.')
    }
  }
  return (
    <section aria-labelledby="results">
      <h2 id="results">My results</h2>
      <ResultsTable rows={rows} />
      <p class="review-files">
        <button
          class="button"
          type="button"
          onClick={() =>
            navigator.clipboard.writeText(text).then(
              () => setSaid('Copied.'),
              () => setSaid(copyRefused('Save the file instead.')),
            )
          }
        >
          Copy as text
        </button>
        <button
          class="button"
          type="button"
          onClick={() => saveFile('anti-entropy-results.txt', `${text}\n`)}
        >
          Save as a file
        </button>
        <button class="button" type="button" onClick={() => void saveSheet()}>
          Save an answer sheet for a teacher
        </button>
        <span role="status">{said}</span>
      </p>
      <p class="hint">
        The answer sheet holds your first answers, and your teacher opens it on{' '}
        <a href={teacherPage}>this page</a>, which grades them again and runs the programs behind the keys.
      </p>
    </section>
  )
}

type Row = LessonProgress & { readonly title: string }

function ResultsTable({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <div class="table" tabIndex={0} role="group" aria-label="Results by lesson">
      <table class="my-results">
        <thead>
          <tr>
            <th scope="col">Lesson</th>
            <th scope="col">Read</th>
            <th scope="col">Answered</th>
            <th scope="col">Right first time</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ title, read, answered, right }) => (
            <tr key={title}>
              <th scope="row">{title}</th>
              <td>
                {read.done} of {read.of}
              </td>
              <td>
                {answered.done} of {answered.of}
              </td>
              <td>{right.done}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const today = (): string => new Date().toISOString().slice(0, 10)
