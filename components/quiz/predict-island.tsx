import { useState } from 'preact/hooks'
import type { ShownPrediction } from '#learning/quiz/predictions.ts'
import { learner } from '#learner/learner.ts'
import { Inline } from './inline.tsx'
import { tellPage } from '#learner/page-events.ts'
import { usePredicted } from '#learner/predicted.ts'

/** A prediction, at the head of a lesson or of a run: not graded, committed to once, and looked at again further down. */
export default function PredictIsland({ prediction }: { readonly prediction: ShownPrediction }) {
  const made = usePredicted(prediction)
  const [choice, setChoice] = useState<string>()
  const [ask, setAsk] = useState('')
  const committed = made?.choice
  const commit = (event: Event) => {
    event.preventDefault()
    if (choice === undefined) {
      setAsk('Choose an answer first. It isn’t graded.')
      return
    }
    setAsk('')
    void learner().then(async ({ record }) => {
      await record({ type: 'predicted', prediction: prediction.id, version: prediction.version, choice })
      // Figures that withhold the future listen for this.
      tellPage(document, 'anti-entropy:predicted', { prediction: prediction.id, choice })
    })
  }
  return (
    <form
      class="box ask question"
      id={prediction.id}
      data-prediction={prediction.id}
      data-state={committed === undefined ? 'open' : 'committed'}
      onSubmit={commit}
      novalidate
    >
      <fieldset>
        <legend>
          <span class="kicker">Before you read on: what do you expect?</span>
          <Inline text={prediction.prompt} />
        </legend>
        <div class="options">
          {prediction.options.map(({ id, text }) => (
            <label class="option" data-option={id} key={id}>
              <input
                type="radio"
                name={prediction.id}
                value={id}
                checked={id === (committed ?? choice)}
                disabled={committed !== undefined}
                onChange={() => setChoice(id)}
              />
              <span>
                <Inline text={text} />
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <div class="actions">
        {committed === undefined && (
          <button class="button main" type="submit">
            Lock in my prediction
          </button>
        )}
        <span class="error" role="alert">
          {ask}
        </span>
        <span class="hint" aria-live="polite">
          {committed !== undefined && 'Saved. You’ll come back to it further down.'}
        </span>
      </div>
    </form>
  )
}
