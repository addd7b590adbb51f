import { useState } from 'preact/hooks'

/** A lesson and its cells, by the names that a reader sees. */
export interface LessonChoice {
  readonly slug: string
  readonly title: string
  readonly cells: readonly string[]
}

/** A lesson's cell to begin with, and what it's about. */
export interface Example {
  readonly from: string
  readonly about: string
}

interface Props {
  readonly examples: readonly Example[]
  readonly lessons: readonly LessonChoice[]
  readonly onOpen: (from: string) => void
}

/** Where cells come from: examples, and every cell of the lessons. */
export function StartCode({ examples, lessons, onOpen }: Props) {
  const [slug, setSlug] = useState(lessons[0]?.slug ?? '')
  const lesson = lessons.find((one) => one.slug === slug)
  const [cell, setCell] = useState('')
  const chosen = lesson?.cells.includes(cell) === true ? cell : (lesson?.cells[0] ?? '')
  return (
    <div class="playground-start">
      <h2>Examples</h2>
      <ul role="list">
        {examples.map(({ from, about }) => (
          <li key={from}>
            <button type="button" class="button quiet" onClick={() => onOpen(from)}>
              {from.split('/')[1]}
            </button>
            <span class="soft">{about}</span>
          </li>
        ))}
      </ul>
      <h2>Any cell of a lesson</h2>
      <div class="playground-row">
        <label>
          Lesson{' '}
          <select value={slug} onChange={({ currentTarget }) => setSlug(currentTarget.value)}>
            {lessons.map((one) => (
              <option key={one.slug} value={one.slug}>
                {one.title}
              </option>
            ))}
          </select>
        </label>
        <label>
          Cell{' '}
          <select value={chosen} onChange={({ currentTarget }) => setCell(currentTarget.value)}>
            {(lesson?.cells ?? []).map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          class="button"
          disabled={chosen === ''}
          onClick={() => onOpen(`${slug}/${chosen}`)}
        >
          Open a copy
        </button>
      </div>
    </div>
  )
}
