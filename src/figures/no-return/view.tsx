import type { PointOfNoReturn } from '#engine/search/futures.ts'
import { Curve } from './curve.tsx'
import { curveInWords, rewoundTo } from './words.ts'
import css from './no-return.css?url'

interface Props {
  readonly curve: PointOfNoReturn
  /** The event at which the run turned, in words. */
  readonly turn: string | undefined
}

/** How often a run fails from each of its moments on, and the event at which it turned. */
export function NoReturnView({ curve: found, turn }: Props) {
  const { curve, futures, jump } = found
  return (
    <div class="no-return" data-no-return={jump === undefined ? '' : jump.after.atMs}>
      <link rel="stylesheet" href={css} />
      <p>
        {turn === undefined ? null : (
          <>
            <strong>Point of no return: {rewoundTo(jump!.after.atMs)}.</strong> {turn}{' '}
          </>
        )}
        {curveInWords(found)}
      </p>
      <Curve curve={found} />
      <details class="fold">
        <summary>Text version: the curve’s {curve.length} moments</summary>
        <p class="soft">
          Each future shares everything up to its moment. After it, messages take other times, each fault
          that’s still to come strikes in half of the futures, and each operation comes earlier or later.
        </p>
        <div class="table" tabIndex={0} role="group" aria-label="Futures that fail, by moment">
          <table>
            <thead>
              <tr>
                <th scope="col">Rewound to</th>
                <th scope="col" class="number">
                  Futures that fail, of {futures}
                </th>
              </tr>
            </thead>
            <tbody>
              {curve.map(({ atMs, broken }) => (
                <tr key={atMs}>
                  <th scope="row">{rewoundTo(atMs)}</th>
                  <td class="number">{broken}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </div>
  )
}
