import { useEffect, useState } from 'preact/hooks'
import { noProgress, versioned } from '#learning/progress.ts'
import type { Answered, Progress } from '#learning/progress.ts'
import { learner } from '../progress/learner.ts'
import { Inline } from './inline.tsx'
import { retryEvent } from './shown.ts'

interface Line {
  readonly id: string
  readonly version: number
  readonly prompt: string
}

interface Props {
  readonly questions: readonly Line[]
  /** Whether the questions stand on this page, so that they can be asked again here. */
  readonly name: string
}

/** How the questions of a page went: each with its first answer, and those missed to be asked again. */
export default function SummaryIsland({ questions, name }: Props) {
  const [progress, setProgress] = useState<Progress>(noProgress)
  useEffect(() => {
    let stop = () => {}
    void learner().then((known) => {
      const look = async () => setProgress(await known.progress())
      stop = known.watch(() => void look())
      void look()
    })
    return () => stop()
  }, [])
  const lines = questions.map((line) => ({
    ...line,
    answered: progress.answered.get(versioned(line.id, line.version)),
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
    document.dispatchEvent(new CustomEvent(retryEvent, { detail: missed }))
    const first = document.getElementById(missed[0] ?? '')
    first?.scrollIntoView({ block: 'start' })
    first?.querySelector('input')?.focus({ preventScroll: true })
  }
  return (
    <div class="summary" data-summary={name}>
      <p aria-live="polite">
        {done === 0
          ? `${questions.length} questions. The first answer to each one counts; later ones are practice.`
          : `${done} of ${questions.length} answered, ${right} right at the first attempt.`}
        {sureAndMissed > 0 &&
          ` Of ${sureAndMissed} you had been sure and missed ${sureAndMissed === 1 ? 'it' : 'them'}: read that first.`}
        {luckyGuesses > 0 && ` ${luckyGuesses} of the right ones you had only guessed.`}
      </p>
      <ol>
        {lines.map(({ id, prompt, answered }) => (
          <li key={id} data-state={answered ? (answered.last.right ? 'right' : 'wrong') : 'open'}>
            <a href={`#${id}`}>
              <Inline text={prompt} />
            </a>{' '}
            <span class="state">{inWords(answered)}</span>
          </li>
        ))}
      </ol>
      {missed.length > 0 && (
        <button class="button main" type="button" onClick={retry}>
          {missed.length === 1 ? 'Ask me the missed one again' : `Ask me the ${missed.length} missed again`}
        </button>
      )}
    </div>
  )
}

function inWords(answered: Answered | undefined): string {
  if (answered === undefined) return 'not answered yet'
  const { first, last } = answered
  if (first.right) return first.confidence === 'guess' ? 'right, by a guess' : 'right'
  const missed = first.confidence === 'sure' ? 'missed, though you were sure' : 'missed'
  return last.right ? `${missed}; right since` : missed
}
