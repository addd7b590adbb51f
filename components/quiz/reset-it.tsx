import { useState } from 'preact/hooks'
import { learner } from '#learner/learner.ts'

interface Props {
  readonly question: { readonly id: string; readonly lesson: string }
  readonly isAnswered: boolean
  openAgain(): void
  /** Shows again what the log has, and not what the reader has done since. */
  follow(): void
}

/** Forgets every answer to a question, as if it had never been asked; and takes that back. */
export function ResetIt({ question, isAnswered, openAgain, follow }: Props) {
  const [event, setEvent] = useState<string>()
  const reset = async () => {
    const { record } = await learner()
    const { id, lesson } = question
    openAgain()
    setEvent(await record({ type: 'reset', reach: 'question', lesson, section: '', questions: [id] }))
  }
  const undo = async () => {
    if (event === undefined) return
    const { record } = await learner()
    follow()
    setEvent(undefined)
    await record({ type: 'undone', event })
  }
  return (
    <span role="status">
      {event !== undefined && !isAnswered ? (
        <>
          Your answers have been deleted.{' '}
          <button type="button" data-undo-reset onClick={() => void undo()}>
            Undo
          </button>
        </>
      ) : (
        isAnswered && (
          <button type="button" data-reset-question onClick={() => void reset()}>
            Delete my answers
          </button>
        )
      )}
    </span>
  )
}
