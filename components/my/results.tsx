import { useState } from 'preact/hooks'
import { lessonProgress } from '#learning/lesson.ts'
import type { Progress } from '#learning/progress.ts'
import { saveFile } from '#links/save-file.ts'
import type { CourseLesson } from './course.ts'

interface Props {
  readonly course: readonly CourseLesson[]
  readonly progress: Progress
}

/** The reader's results as a table to hand in: copied as text, or saved. */
export function ResultsPanel({ course, progress }: Props) {
  const [said, setSaid] = useState('')
  const rows = course.map(({ title, items }) => ({ title, ...lessonProgress(progress, items) }))
  const text = [
    `Anti-Entropy: my results, ${new Date().toISOString().slice(0, 10)}`,
    ...rows.map(
      ({ title, read, answered, right }) =>
        `${title}: ${read.done}/${read.of} sections read, ${answered.done}/${answered.of} questions answered, ${right.done} right first time`,
    ),
  ].join('\n')
  return (
    <section aria-labelledby="results">
      <h2 id="results">My results</h2>
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
      <p class="review-files">
        <button
          class="button"
          type="button"
          onClick={() =>
            navigator.clipboard.writeText(text).then(
              () => setSaid('Copied.'),
              () => setSaid('The browser doesn’t let the page copy. Save the file instead.'),
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
        <span role="status">{said}</span>
      </p>
    </section>
  )
}
