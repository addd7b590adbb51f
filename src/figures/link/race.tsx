import { counted, bytesText, durationText } from '#figures/quantity.ts'
import { type Exchange, type Link, totalMs } from './cost.ts'
import { Lane } from './lane.tsx'

interface Props {
  readonly exchanges: readonly Exchange[]
  readonly link: Link
  /** False while one of them isn't over: nobody is first yet. */
  readonly isOver?: boolean
}

/** Several exchanges on one time axis, as a table: the first to have all it needs is marked. */
export function Race({ exchanges, link, isOver = true }: Props) {
  const times = exchanges.map((exchange) => totalMs(exchange, link))
  const longest = Math.max(...times)
  const [first = 0, second = Infinity] = [...times].sort((a, b) => a - b)
  // A lead of less than a hundredth is none that a reader could see.
  const isFirst = (index: number) => isOver && times[index] === first && second > first * 1.01
  return (
    <table class="race">
      <thead>
        <tr>
          <th scope="col">Way</th>
          <th scope="col" class="race-trips">
            Waits
          </th>
          <th scope="col" class="race-bytes">
            Received
          </th>
          <th scope="col" class="race-time">
            Time
          </th>
        </tr>
      </thead>
      <tbody>
        {exchanges.map((exchange, index) => (
          <tr key={exchange.id} data-exchange={exchange.id} data-first={String(isFirst(index))}>
            <th scope="row">
              {exchange.name}
              {isFirst(index) && <span class="race-first">first</span>}
            </th>
            <td class="race-trips">{counted(exchange.roundTrips, 'trip')}</td>
            <td class="race-bytes">{bytesText(exchange.bytes)}</td>
            <td class="race-time">{durationText(times[index] ?? 0)}</td>
            <td class="race-lane">
              <Lane exchange={exchange} link={link} widthMs={longest} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
