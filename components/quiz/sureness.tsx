import type { Confidence } from '#learning/event.ts'
import { confidences } from './shown.ts'

interface SurenessProps {
  readonly chosen: Confidence | undefined
  readonly choose: (confidence: Confidence | undefined) => void
}

/** How sure the reader is, chosen before the answer is checked. */
export function Sureness({ chosen, choose }: SurenessProps) {
  return (
    <div class="sureness" role="group" aria-label="How sure are you? Optional.">
      <span class="hint" aria-hidden="true">
        How sure are you?
      </span>
      {confidences.map(({ value, name }) => (
        <button
          key={value}
          type="button"
          class="button"
          aria-pressed={chosen === value}
          onClick={() => choose(chosen === value ? undefined : value)}
        >
          {name}
        </button>
      ))}
    </div>
  )
}
