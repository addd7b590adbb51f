import type { RunOutline } from '#outline/types.ts'
import { Chip } from './chip.tsx'
import { differencesAt } from './differences.ts'

/** Which copies differ at the moment that is shown, key by key. */
export function Copies({ outline, at }: { readonly outline: RunOutline; readonly at: number }) {
  const differing = differencesAt(outline, at)
  if (differing === undefined) return null
  return (
    <p class="bench-copies" data-differing={differing.length}>
      {differing.length === 0 ? (
        <span class="soft">All replicas agree right now.</span>
      ) : (
        differing.map(({ key, sides }) => (
          <span key={key} class="bench-copy">
            <span class="differs">≠</span> <strong>{key}</strong>
            {sides.map(({ nodes, value }) => (
              <span key={value} class="bench-side">
                {nodes.map((id) => (
                  <Chip key={id} id={id} outline={outline} />
                ))}{' '}
                {value}
              </span>
            ))}
          </span>
        ))
      )}
    </p>
  )
}
