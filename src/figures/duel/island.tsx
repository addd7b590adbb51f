import { useState } from 'preact/hooks'
import { useHydrated } from '#figures/hydrated.ts'
import { Lanes, LanesLegend, outcomes } from './lanes.tsx'
import { secondsText } from '#text/numbers.ts'
import { countsAt, longestWaitAt, type Outcome, type ToldDuel } from './told.ts'

/** One plan, both databases, one clock that the reader moves. */
export default function DuelIsland({ id, told }: { readonly id: string; readonly told: ToldDuel }) {
  const [at, setAt] = useState(told.until)
  const hydrated = useHydrated()
  const names = [...(Object.keys(outcomes) as Outcome[]), 'waiting'] as const
  const counts = told.sides.map((side) => countsAt(side, at))
  return (
    <div class="two-databases">
      <Lanes told={told} at={at} />
      <label for={`${id}-clock`}>
        Clock: {(at / 1000).toFixed(1)} s
        <input
          id={`${id}-clock`}
          type="range"
          min={0}
          max={told.until}
          step={500}
          value={at}
          disabled={!hydrated}
          aria-valuetext={`${(at / 1000).toFixed(1)} seconds`}
          onInput={(event) => setAt(Number(event.currentTarget.value))}
        />
      </label>
      <div class="table-scroll">
        <table>
          <caption>Answers so far</caption>
          <thead>
            <tr>
              <th scope="col">answer</th>
              {told.sides.map((side) => (
                <th scope="col" key={side.name}>
                  {side.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {names.map((name) => (
              <tr key={name}>
                <th scope="row">{name === 'waiting' ? 'waiting' : outcomes[name].label}</th>
                {counts.map((count, place) => (
                  <td key={place}>{count[name]}</td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">longest wait</th>
              {told.sides.map((side) => (
                <td key={side.name}>{waitText(longestWaitAt(side, at))}</td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
      <LanesLegend />
    </div>
  )
}

function waitText(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : secondsText(ms)
}
