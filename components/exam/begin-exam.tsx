import { useState } from 'preact/hooks'
import { mostInExam, pickExam, usualExam } from '#learning/exam/pick.ts'
import { readWhole } from '#learning/kinds/typed-number.ts'
import type { Exams } from './exams.ts'

/** Chooses the lessons and the count of an exam, and begins it. */
export function BeginExam({ exams }: { readonly exams: Exams }) {
  const [lessons, setLessons] = useState(() => exams.lessons.map(({ lesson }) => lesson))
  const [count, setCount] = useState(String(usualExam))
  const [isTimed, setTimed] = useState(false)
  const [error, setError] = useState('')
  const begin = async (event: Event) => {
    event.preventDefault()
    const wanted = readWhole(count) ?? 0
    if (lessons.length === 0) return setError('Choose at least one lesson.')
    if (wanted < 1 || wanted > mostInExam)
      return setError(`Type how many questions you want: a whole number from 1 to ${mostInExam}.`)
    setError('')
    const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2))
    const items = pickExam([...exams.questions.values()], lessons, wanted, low)
    await exams.record({
      ...{
        type: 'exam-begun',
        exam: `exam-${high.toString(36)}${low.toString(36)}`,
        seed: low,
        lessons,
        isTimed,
      },
      items: items.map(({ id, version }) => ({ question: id, version })),
    })
  }
  const toggle = (lesson: string) =>
    setLessons(lessons.includes(lesson) ? lessons.filter((one) => one !== lesson) : [...lessons, lesson])
  return (
    <form class="box exam-begin" onSubmit={(event) => void begin(event)} noValidate>
      <fieldset>
        <legend>Questions from</legend>
        {exams.lessons.map(({ lesson, title }) => (
          <label key={lesson} class="option">
            <input type="checkbox" checked={lessons.includes(lesson)} onChange={() => toggle(lesson)} />
            <span>{title}</span>
          </label>
        ))}
      </fieldset>
      <label class="field">
        How many questions
        <input
          class="short"
          type="text"
          inputMode="numeric"
          value={count}
          aria-invalid={error !== ''}
          onInput={({ currentTarget }) => setCount(currentTarget.value)}
        />
      </label>
      <label class="option">
        <input type="checkbox" checked={isTimed} onChange={() => setTimed(!isTimed)} />
        <span>Show the time taken</span>
      </label>
      <p class="actions">
        <button class="button main" type="submit">
          Start the exam
        </button>
        <span class="error" role="alert">
          {error}
        </span>
      </p>
    </form>
  )
}
