import { Act } from '#figures/controls/act.tsx'
import { capitalized } from '#text/names.ts'
import type { Followed } from '#figures/instruments/assistant-change/plan.ts'
import { causes, experiments, type Cause, type Experiment, type Outcome } from './causes.ts'
import { OutcomeTable } from './outcome-table.tsx'

/** What one experiment gave. */
export interface Tried {
  readonly experiment: Experiment
  readonly answer: string
  readonly followed: Followed
}

/** Everything that the figure shows at one moment. */
interface WrongAnswerFrame {
  readonly id: string
  readonly tried: readonly Tried[]
  readonly guess: Cause['id'] | undefined
  readonly cause: Cause
  /** What the assistant says once the cause's knob is turned; undefined until it is. */
  readonly corrected: string | undefined
  readonly busy: boolean
  readonly outcomes: readonly Outcome[]
  readonly evening: number
}

/** What the reader can do; a frame drawn at build has none of it. */
interface WrongAnswerActions {
  readonly onTry: (experiment: Experiment) => void
  readonly onGuess: (cause: Cause['id']) => void
  readonly onTurn: () => void
  readonly onNext: () => void
}

/** "Same wrong answer, four causes": try experiments, name the cause, turn the knob. */
export function WrongAnswerView({
  frame,
  actions,
}: {
  frame: WrongAnswerFrame
  actions?: WrongAnswerActions
}) {
  const { tried, guess, cause } = frame
  const solved = guess === cause.id
  return (
    <div class="wrong-answer" data-solved={solved} aria-busy={frame.busy}>
      <Talk frame={frame} />
      <div class="wrong-answer-try">
        <p class="wrong-answer-ask" id={`${frame.id}-try`}>
          Something lost row 3. What do you try?
        </p>
        <div class="wrong-answer-buttons" role="group" aria-labelledby={`${frame.id}-try`}>
          {experiments.map((experiment) => (
            <Act
              key={experiment.id}
              alive={actions !== undefined}
              can={!frame.busy && !tried.some((one) => one.experiment.id === experiment.id)}
              onAct={() => actions?.onTry(experiment)}
            >
              {experiment.name}
            </Act>
          ))}
        </div>
        <ol class="wrong-answer-tried" aria-live="polite">
          {tried.map((one) => (
            <li key={one.experiment.id}>
              <TriedLine tried={one} />
            </li>
          ))}
        </ol>
      </div>
      <Guess frame={frame} actions={actions} />
      {solved && <Solved frame={frame} actions={actions} />}
    </div>
  )
}

function Talk({ frame }: { frame: WrongAnswerFrame }) {
  return (
    <div class="wrong-answer-talk">
      <p>
        <b>Table 3, at 2.3 s</b> No nuts.
      </p>
      <p>
        <b>Waiter, at 8 s</b> Which cake for table 3?
      </p>
      <p class="wrong-answer-said">
        <b>Assistant</b> {frame.corrected === undefined ? 'Walnut cake.' : `${capitalized(frame.corrected)}.`}
      </p>
    </div>
  )
}

function TriedLine({ tried: { experiment, answer, followed } }: { tried: Tried }) {
  if (experiment.id !== 'follow') {
    return (
      <>
        {experiment.name}: the assistant says <strong>{answer}</strong>.
      </>
    )
  }
  return (
    <>
      {experiment.name}. Is it there?
      <ul class="wrong-answer-places">
        {Object.entries(followed).map(([place, there]) => (
          <li key={place} class={there ? 'there' : 'missing'}>
            <b>{there ? 'Yes' : 'No'}</b> {place}
          </li>
        ))}
      </ul>
    </>
  )
}

function Guess({ frame, actions }: { frame: WrongAnswerFrame; actions: WrongAnswerActions | undefined }) {
  const { guess, cause, id } = frame
  const wrong = guess !== undefined && guess !== cause.id
  return (
    <div class="wrong-answer-guess">
      <p class="wrong-answer-ask" id={`${id}-guess`}>
        Which of the four was it?
      </p>
      <div class="wrong-answer-buttons" role="group" aria-labelledby={`${id}-guess`}>
        {causes.map(({ id: one, name }) => (
          <Act
            key={one}
            pressed={guess === one}
            alive={actions !== undefined}
            can={!frame.busy && guess !== cause.id}
            onAct={() => actions?.onGuess(one)}
          >
            {name}
          </Act>
        ))}
      </div>
      <p class="wrong-answer-verdict" aria-live="polite">
        {wrong &&
          'Not quite. What you’ve seen doesn’t fit that cause, or doesn’t decide yet: try another experiment.'}
        {guess === cause.id && `Right. ${cause.why}`}
      </p>
    </div>
  )
}

function Solved({ frame, actions }: { frame: WrongAnswerFrame; actions: WrongAnswerActions | undefined }) {
  const { cause, corrected } = frame
  return (
    <div class="wrong-answer-solved">
      <div class="wrong-answer-buttons">
        <Act
          kind="main"
          alive={actions !== undefined}
          can={corrected === undefined}
          onAct={() => actions?.onTurn()}
        >
          {cause.knob}
        </Act>
        <button type="button" class="button quiet" disabled={actions === undefined} onClick={actions?.onNext}>
          New run, new cause
        </button>
      </div>
      {corrected !== undefined && (
        <p aria-live="polite">
          The same run with that one setting changed: the assistant says <strong>{corrected}</strong>.
        </p>
      )}
      <OutcomeTable outcomes={frame.outcomes} />
    </div>
  )
}
