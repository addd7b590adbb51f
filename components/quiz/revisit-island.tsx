import type { ShownPrediction } from '#learning/quiz/predictions.ts'
import { Inline } from './inline.tsx'
import { usePredicted } from './predicted.ts'

/**
 * The prediction again, further down: what the reader said, what happened, and what to make of it. A reader who has said
 * nothing yet is not told unasked: the outcome is folded (and unfolds on paper).
 */
export default function RevisitIsland({ prediction }: { readonly prediction: ShownPrediction }) {
  const choice = usePredicted(prediction)?.choice
  const said = prediction.options.find(({ id }) => id === choice)
  const outcome = (
    <>
      <p>
        <b>What happened:</b> <Inline text={prediction.outcome} />
      </p>
      <dl>
        {(said ? [said] : prediction.options).map(({ id, text, afterwards }) => (
          <div key={id}>
            {!said && (
              <dt>
                <Inline text={text} />
              </dt>
            )}
            <dd>
              <Inline text={afterwards} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
  return (
    <section
      class="box ask question revisit"
      data-revisit={prediction.id}
      data-state={said ? (choice === prediction.came ? 'came-true' : 'came-otherwise') : 'open'}
      aria-labelledby={`revisit-${prediction.id}`}
    >
      {said && (
        <p class={`verdict ${choice === prediction.came ? 'holds' : 'broken'}`}>
          <b>Your guess was {choice === prediction.came ? 'right' : 'wrong'}.</b>
        </p>
      )}
      <p class="prompt" id={`revisit-${prediction.id}`}>
        <span class="visually-hidden">Your prediction, again: </span>
        <Inline text={prediction.prompt} />
      </p>
      {said ? (
        <>
          <p>
            <b>You said:</b> <Inline text={said.text} />
          </p>
          {outcome}
        </>
      ) : (
        <>
          <p class="hint">
            You have not said what you expect. <a href={`#${prediction.id}`}>Say it first</a>: what surprises
            is remembered.
          </p>
          <details>
            <summary>What happened</summary>
            {outcome}
          </details>
        </>
      )}
    </section>
  )
}
