import { useEffect, useRef, useState } from 'preact/hooks'
import { grades } from '#learning/schedule/grade.ts'
import type { Grade } from '#learning/schedule/grade.ts'
import { Inline } from '../quiz/inline.tsx'
import type { CourseCard } from './card.ts'
import { restText } from './duration.ts'

interface Props {
  readonly card: CourseCard
  readonly isOpen: boolean
  readonly note: string
  /** The card was missed twice in a row: the passage helps more than a third try. */
  readonly showsPassage: boolean
  /** How long the card would rest after each grade, in milliseconds. */
  readonly rests: { readonly [grade in Grade]: number }
  flip(): void
  grade(grade: Grade): void
  writeNote(text: string): void
}

const names: { readonly [grade in Grade]: string } = {
  again: 'Again',
  hard: 'Hard',
  good: 'Good',
  easy: 'Easy',
}

/** One card: its question, then its answer and the four grades. */
export function CardView({ card, isOpen, note, showsPassage, rests, flip, grade, writeNote }: Props) {
  const back = useRef<HTMLDivElement>(null)
  // The button that was pressed is gone: a reader who works by keys or by ear goes on with the answer.
  useEffect(() => {
    if (isOpen) back.current?.focus({ preventScroll: true })
  }, [isOpen])
  return (
    <article class="box review-card" data-review-card={card.id} data-state={isOpen ? 'back' : 'front'}>
      <p class="kicker">{card.lessonTitle}</p>
      <h2>
        <Inline text={card.front} />
      </h2>
      {showsPassage && card.passage !== undefined && (
        <p class="review-passage">
          You’ve missed this one twice. <a href={card.passage}>Read the passage</a>, then try again.
        </p>
      )}
      {isOpen ? (
        <div class="review-back" ref={back} tabIndex={-1}>
          <p class="review-answer">
            <Inline text={card.back} />
          </p>
          {note !== '' && <p class="review-note">{note}</p>}
          <div class="review-grades" role="group" aria-label="How well did you recall it?">
            {grades.map((one, index) => (
              <button key={one} class="button" type="button" data-grade={one} onClick={() => grade(one)}>
                <b>
                  {names[one]} <kbd>{index + 1}</kbd>
                </b>
                <span>{restText(rests[one])}</span>
              </button>
            ))}
          </div>
          <p class="review-links">
            {card.passage !== undefined && <a href={card.passage}>In the lesson</a>}
            <NoteField note={note} write={writeNote} />
          </p>
        </div>
      ) : (
        <button class="button main" type="button" onClick={flip}>
          Show the answer <kbd>Space</kbd>
        </button>
      )}
    </article>
  )
}

/** A note to a card: opened by its button, kept when the field is left. */
function NoteField({ note, write }: { readonly note: string; write(text: string): void }) {
  const [isOpen, setOpen] = useState(false)
  if (!isOpen)
    return (
      <button class="button quiet" type="button" onClick={() => setOpen(true)}>
        {note === '' ? 'Add a note' : 'Change your note'}
      </button>
    )
  return (
    <label class="field">
      Your note
      <textarea
        rows={2}
        maxLength={2000}
        onBlur={({ currentTarget }) => {
          setOpen(false)
          if (currentTarget.value.trim() !== note) write(currentTarget.value.trim())
        }}
      >
        {note}
      </textarea>
    </label>
  )
}
