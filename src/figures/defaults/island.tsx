import { useState } from 'preact/hooks'
import { useHydrated } from '#figures/hydrated.ts'
import type { DefaultsOutcome } from './outcomes.ts'

/** MongoDB's defaults from release to release, and what one order comes to with each of them. */
export default function DefaultsIsland(props: {
  readonly id: string
  readonly outcomes: readonly DefaultsOutcome[]
}) {
  const { id, outcomes } = props
  const [at, setAt] = useState(0)
  const hydrated = useHydrated()
  const { version, told, kept, modelled, cited } = outcomes[at]!
  return (
    <div class="two-databases">
      <label for={`${id}-version`}>
        MongoDB {version}
        <input
          id={`${id}-version`}
          type="range"
          min={0}
          max={outcomes.length - 1}
          step={1}
          value={at}
          disabled={!hydrated}
          aria-valuetext={`MongoDB ${version}`}
          onInput={(event) => setAt(Number(event.currentTarget.value))}
        />
      </label>
      <p role="status">
        The primary is cut off with a client that writes “no nuts”. With the defaults of {version}, the client
        is told: <strong>{told}</strong>. After the link heals, the order is{' '}
        <strong>
          {kept ? 'there' : told === 'acknowledged' ? 'gone, though it was acknowledged' : 'gone'}
        </strong>
        .
      </p>
      <ul>
        {modelled.map((text) => (
          <li key={text}>Run here: {text}</li>
        ))}
        {cited.map((text) => (
          <li key={text}>Not in this model: {text}</li>
        ))}
      </ul>
    </div>
  )
}
