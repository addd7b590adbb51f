import { type Exchange, type Link, sendingMs, totalMs, waitingMs } from './cost.ts'

interface Props {
  readonly exchange: Exchange
  readonly link: Link
  /** The time that the full width stands for. */
  readonly widthMs: number
}

const laneWidth = 1000
const laneHeight = 40

/**
 * One exchange as a space-time strip: A's line above, B's below, time to the right. A question goes down and its
 * answer comes up; what takes time to send comes up as a band.
 */
export function Lane({ exchange, link, widthMs }: Props) {
  const at = (ms: number) => Math.round((ms / widthMs) * laneWidth * 100) / 100
  const trips: string[] = []
  for (let trip = 0; trip < exchange.roundTrips; trip++) {
    const asked = trip * link.roundTripMs
    trips.push(
      `M${at(asked)} 4L${at(asked + link.roundTripMs / 2)} ${laneHeight - 4}L${at(asked + link.roundTripMs)} 4`,
    )
  }
  const waiting = waitingMs(exchange, link)
  const answerLeaves = waiting - link.roundTripMs / 2
  const sending = sendingMs(exchange, link)
  const band = [
    [answerLeaves, laneHeight - 4],
    [answerLeaves + sending, laneHeight - 4],
    [waiting + sending, 4],
    [waiting, 4],
  ]
  return (
    <svg
      class="lane"
      viewBox={`0 0 ${laneWidth} ${laneHeight}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      data-total-ms={totalMs(exchange, link)}
    >
      <path class="lane-a" d={`M0 4H${laneWidth}`} />
      <path class="lane-b" d={`M0 ${laneHeight - 4}H${laneWidth}`} />
      <polygon class="lane-band" points={band.map(([ms, y]) => `${at(ms as number)},${y}`).join(' ')} />
      <path class="lane-trips" d={trips.join('')} />
      <path class="lane-end" d={`M${at(waiting + sending)} 0V${laneHeight}`} />
    </svg>
  )
}
