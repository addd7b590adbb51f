import type { PointOfNoReturn } from '#engine/search/futures.ts'
import { curveInWords, rewoundTo } from './words.ts'
import css from './no-return.css?url'

interface Props {
  readonly curve: PointOfNoReturn
  /** The event at which the run turned, in words. */
  readonly turn: string | undefined
}

const width = 640
const height = 150
const left = 44
const right = 12
const top = 14
const bottom = 30

/** How often a run fails from each of its moments on, and the event at which it turned. */
export function NoReturnView({ curve: found, turn }: Props) {
  const { curve, futures, jump } = found
  const x = (index: number) =>
    left + (curve.length < 2 ? 0 : (index / (curve.length - 1)) * (width - left - right))
  const y = (broken: number) => height - bottom - (broken / futures) * (height - top - bottom)
  const points = curve.map(({ broken }, index) => `${round(x(index))} ${round(y(broken))}`)
  const turned = jump === undefined ? -1 : curve.findIndex(({ atMs }) => atMs >= jump.after.atMs)
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
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {[0, 0.5, 1].map((share) => (
          <g key={share}>
            <path class="no-return-grid" d={`M${left} ${round(y(share * futures))}H${width - right}`} />
            <text class="is-y" x={left - 6} y={y(share * futures) + 4}>
              {share * 100}%
            </text>
          </g>
        ))}
        <path class="no-return-area" d={`M${left} ${y(0)}L${points.join('L')}L${width - right} ${y(0)}Z`} />
        <path class="no-return-line" d={`M${points.join('L')}`} />
        {turned >= 0 && <path class="no-return-turn" d={`M${round(x(turned))} ${top}V${height - bottom}`} />}
        {turned >= 0 && (
          <circle
            class="no-return-point"
            cx={round(x(turned))}
            cy={round(y(curve[turned]!.broken))}
            r="4.5"
          />
        )}
        <text class="is-start" x={left} y={height - 10}>
          {rewoundTo(curve[0]?.atMs ?? 0)}
        </text>
        <text class="is-end" x={width - right} y={height - 10}>
          {rewoundTo(curve.at(-1)?.atMs ?? 0)}
        </text>
      </svg>
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

function round(value: number): number {
  return Math.round(value * 10) / 10
}
