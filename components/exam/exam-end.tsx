import { useEffect, useRef, useState } from 'preact/hooks'
import { counted } from '#text/numbers.ts'

interface Props {
  readonly open: number
  readonly flagged: number
  end(isSubmitted: boolean): void
}

/** Submitting, asked twice, because it's done once. */
export function ExamEnd({ open, flagged, end }: Props) {
  const [isSure, setSure] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const turns = useRef(0)
  // What was pressed is gone: the focus goes to what's asked now, and to no button, which a second Enter would press.
  useEffect(() => {
    if (turns.current++ > 0) box.current?.focus()
  }, [isSure])
  return (
    <div class="box exam-end" ref={box} tabIndex={-1}>
      {isSure ? (
        <>
          <p role="alert">
            {open === 0
              ? 'Every question has an answer.'
              : `${counted(open, 'question has', 'questions have')} no answer yet.`}{' '}
            {flagged > 0 && `${flagged} flagged. `}You can submit once.
          </p>
          <p class="actions">
            <button class="button main" type="button" onClick={() => end(true)}>
              Submit now
            </button>
            <button class="button" type="button" onClick={() => setSure(false)}>
              Keep answering
            </button>
            <button class="button quiet" type="button" onClick={() => end(false)}>
              Give up without submitting
            </button>
          </p>
        </>
      ) : (
        <button class="button main" type="button" onClick={() => setSure(true)}>
          Submit the exam
        </button>
      )}
    </div>
  )
}
