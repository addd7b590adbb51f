import type { Confidence } from '#learning/event.ts'
import type { Graded } from '#learning/quiz/attempt.ts'
import type { Answered } from '#learning/progress.ts'
import { Reasons } from './reasons.tsx'
import { RunIt } from './run-it.tsx'
import { sureLine } from './shown.ts'
import type { ShownQuestion } from './shown.ts'

interface FeedbackProps {
  readonly question: ShownQuestion
  readonly verdict: Graded
  readonly confidence: Confidence | undefined
  readonly answered: Answered | undefined
  readonly retry: () => void
  readonly showsReasons: boolean
}

/** What became of an answer: right or not, how sure the reader was, and the reasons. */
export function Feedback({ question, verdict, confidence, answered, retry, showsReasons }: FeedbackProps) {
  const sure = sureLine(verdict.right, confidence)
  return (
    <div class="feedback" data-feedback tabIndex={-1}>
      <p class={`verdict ${verdict.right ? 'holds' : 'broken'}`}>{headline(verdict, answered)}</p>
      {sure !== undefined && <p data-sure={confidence}>{sure}</p>}
      {!showsReasons && <Reasons reasons={verdict.reasons} />}
      <div class="actions">
        <a href={question.see}>See it in the lesson</a>
        {question.run !== undefined && <RunIt {...question.run} />}
        <button class="button" type="button" onClick={retry}>
          {verdict.right ? 'Answer again' : 'Try again'}
        </button>
      </div>
    </div>
  )
}

function headline(verdict: Graded, answered: Answered | undefined): string {
  const now = verdict.right
    ? 'Correct.'
    : verdict.part === undefined
      ? 'Not quite.'
      : `Not quite: ${verdict.part}.`
  if (!answered || answered.attempts < 2) return now
  return `${now} Your first answer, which was ${answered.first.right ? 'right' : 'wrong'}, is the one that counts; this is practice.`
}
