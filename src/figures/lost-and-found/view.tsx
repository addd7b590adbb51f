import { Lanes, LanesLegend } from '#figures/duel/lanes.tsx'
import type { Hunted, HuntSide } from './hunts.ts'

interface HuntFrame {
  readonly id: string
  readonly hunted: readonly Hunted[]
  readonly strength: 'low' | 'high'
  /** The places that were opened: 'MongoDB data of A'. */
  readonly opened: ReadonlySet<string>
  /** What happens after the plug is pulled is covered until the reader has predicted. */
  readonly covered: boolean
}

interface HuntActions {
  readonly onStrength: (strength: 'low' | 'high') => void
  readonly onOpen: (place: string) => void
}

const plugMs = 5_100

/** "Lost and found": one plug, both databases, and places to look for an order. */
export function HuntView({ frame, actions }: { readonly frame: HuntFrame; readonly actions?: HuntActions }) {
  const { id, hunted, strength, covered } = frame
  const now = hunted.find((one) => one.id === strength)!
  return (
    <div class="two-databases" data-covered={covered}>
      <Lanes told={now.lanes} at={covered ? plugMs : now.lanes.until} />
      <LanesLegend />
      {covered ? (
        <p role="status">Predict first: the rest of both runs is covered until you have.</p>
      ) : (
        <>
          <fieldset>
            <legend>How strong was each write?</legend>
            {(['low', 'high'] as const).map((one) => (
              <label key={one}>
                <input
                  type="radio"
                  name={`${id}-strength`}
                  checked={strength === one}
                  disabled={actions === undefined}
                  onChange={() => actions?.onStrength(one)}
                />
                {one === 'low'
                  ? 'ONE in Cassandra, w: 1 in MongoDB'
                  : 'QUORUM in Cassandra, w: "majority" in MongoDB'}
              </label>
            ))}
          </fieldset>
          <div class="hunt-places">
            {now.sides.map((side) => (
              <Places key={side.name} side={side} frame={frame} actions={actions} />
            ))}
          </div>
        </>
      )}
    </div>
  )
}

interface PlacesProps {
  readonly side: HuntSide
  readonly frame: HuntFrame
  readonly actions: HuntActions | undefined
}

function Places({ side, frame, actions }: PlacesProps) {
  const { name, told, places } = side
  const all = places.map((place) => `${frame.strength} ${name} ${place.name}`)
  const isOver = all.every((one) => frame.opened.has(one))
  const found = places.find(({ isFound }) => isFound)
  return (
    <section aria-label={name}>
      <p>
        <strong>{name}</strong> told the waiter: {told}. Where’s “no nuts”?
      </p>
      <ul>
        {places.map((place, index) => (
          <li key={place.name}>
            {frame.opened.has(all[index]!) ? (
              <span class={place.isFound ? 'hunt-found' : ''}>
                {place.name} – {place.holds}
                {place.isFound ? ' – found' : ''}
              </span>
            ) : (
              <button
                type="button"
                class="button"
                disabled={actions === undefined}
                onClick={() => actions?.onOpen(all[index]!)}
              >
                Open the {place.name}
              </button>
            )}
          </li>
        ))}
      </ul>
      <p role="status">
        {isOver && (found === undefined ? `It’s nowhere in ${name}.` : `It’s in the ${found.name}.`)}
      </p>
    </section>
  )
}
