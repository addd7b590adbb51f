import { versioned } from '#learning/progress.ts'
import type { Answered } from '#learning/progress.ts'
import { useProgress } from '#learner/use-progress.ts'
import { focusFirst } from './focus-first.ts'
import { askAgain } from './shown.ts'

interface Line {
  readonly id: string
  readonly version: number
  /** The heading of the section that answers it. */
  readonly about: string
}

interface Props {
  readonly questions: readonly Line[]
  /** Whether the questions stand on this page, so that they can be asked again here. */
  readonly name: string
}

/** How the questions of a page went: each with its first answer, and those missed to be asked again. */
export default function SummaryIsland({ questions, name }: Props) {
  const answers = useProgress(({ answered }) => answered)
  const lines = questions.map((line) => ({
    ...line,
    answered: answers.get(versioned(line.id, line.version)),
  }))
  const right = lines.filter(({ answered }) => answered?.first.right).length
  const done = lines.filter(({ answered }) => answered).length
  const missed = lines.filter(({ answered }) => answered && !answered.last.right).map(({ id }) => id)
  const sureAndMissed = lines.filter(
    ({ answered }) => answered && !answered.first.right && answered.first.confidence === 'sure',
  ).length
  const luckyGuesses = lines.filter(
    ({ answered }) => answered?.first.right && answered.first.confidence === 'guess',
  ).length
  const retry = () => {
    askAgain(missed)
    const first = document.getElementById(missed[0] ?? '')
    first?.scrollIntoView({ block: 'start' })
    // Its fields answer again with the next frame.
    requestAnimationFrame(() => focusFirst(first))
  }
  return (
    <div class="summary" data-summary={name}>
      <p aria-live="polite">
        {done === 0
          ? `${questions.length} questions. Your first answer to each one counts; later ones are practice.`
          : `${done} of ${questions.length} answered, ${right} right first time.`}
        {sureAndMissed > 0 &&
          ` You were certain about ${sureAndMissed} and got ${sureAndMissed === 1 ? 'it' : 'them'} wrong, so reread ${sureAndMissed === 1 ? 'that one' : 'those'} first.`}
        {luckyGuesses > 0 && ` You guessed ${luckyGuesses} of those you got right.`}
      </p>
      <ol>
        {lines.map(({ id, about, answered }, index) => (
          <li key={id} data-state={answered ? (answered.last.right ? 'right' : 'wrong') : 'open'}>
            <a href={`#${id}`}>
              Question {index + 1}: {about}
            </a>{' '}
            <span class="state">{inWords(answered)}</span>
          </li>
        ))}
      </ol>
      {missed.length > 0 && (
        <button class="button main" type="button" onClick={retry}>
          {missed.length === 1 ? 'Retry the one I missed' : `Retry the ${missed.length} I missed`}
        </button>
      )}
    </div>
  )
}

function inWords(answered: Answered | undefined): string {
  if (answered === undefined) return 'not answered yet'
  const { first, last } = answered
  if (first.right) return first.confidence === 'guess' ? 'right, guessed' : 'right'
  const missed = first.confidence === 'sure' ? 'wrong, though you were certain' : 'wrong'
  return last.right ? `${missed}; right since` : missed
}
