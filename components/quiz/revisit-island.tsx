import type { ShownPrediction } from '#learning/quiz/predictions.ts'
import { Inline } from './inline.tsx'
import { usePredicted } from '#learner/predicted.ts'

/**
 * The prediction again, further down: what the reader said, what happened, and what to make of it. A reader who has said
 * nothing yet isn't told unasked: the outcome is folded (and unfolds on paper).
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
    <div
      role="group"
      class="box ask question revisit"
      data-revisit={prediction.id}
      data-state={said ? (choice === prediction.came ? 'came-true' : 'came-otherwise') : 'open'}
      aria-labelledby={`revisit-${prediction.id}`}
    >
      <p class="kicker" id={`revisit-${prediction.id}`}>
        Back to your prediction
      </p>
      {said ? (
        <>
          <p class={`verdict ${choice === prediction.came ? 'holds' : 'broken'}`}>
            <b>{choice === prediction.came ? 'It came true.' : 'It turned out differently.'}</b>
          </p>
          <p>
            <b>You predicted:</b> <Inline text={said.text} />{' '}
            <a href={`#${prediction.id}`}>See the question</a>
          </p>
          {outcome}
        </>
      ) : (
        <>
          <p class="hint">
            You haven’t made your prediction yet. <a href={`#${prediction.id}`}>Make it first</a>, because
            surprises stick.
          </p>
          <details>
            <summary>What happened</summary>
            {outcome}
          </details>
        </>
      )}
    </div>
  )
}
