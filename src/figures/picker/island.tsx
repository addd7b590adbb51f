import { useState } from 'preact/hooks'
import { useHydrated } from '#figures/hydrated.ts'
import { pick, questions, type Needs } from './pick.ts'

const first: Needs = { access: 'key', consistency: 'last', scale: 'one', operations: 'small' }

/** Four questions, and an opinion with its reason and its exception. */
export default function PickerIsland({ id }: { readonly id: string }) {
  const [needs, setNeeds] = useState(first)
  const hydrated = useHydrated()
  const { choice, reason, exception } = pick(needs)
  return (
    <div class="two-databases">
      {Object.entries(questions).map(([name, { ask, options }]) => (
        <label key={name} for={`${id}-${name}`}>
          {ask}
          <select
            id={`${id}-${name}`}
            value={needs[name as keyof Needs]}
            disabled={!hydrated}
            onChange={(event) => setNeeds({ ...needs, [name]: event.currentTarget.value })}
          >
            {Object.entries(options).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
      ))}
      <div role="status">
        <p>
          <strong>{choice === 'either' ? 'Either would do' : `I’d start with ${choice}`}.</strong> {reason}
        </p>
        <p>The exception: {exception}</p>
      </div>
    </div>
  )
}
