/** The line between two replicas. */
export interface Link {
  /** From asking to the first byte of the answer. */
  readonly roundTripMs: number
  readonly megabitsPerSecond: number
}

/** What one way of finding a difference sends: how often it must wait for an answer, and how much comes back. */
export interface Exchange {
  readonly id: string
  readonly name: string
  readonly roundTrips: number
  readonly bytes: number
}

/** Time on the wire alone. */
export function sendingMs(exchange: Exchange, link: Link): number {
  return (exchange.bytes * 8) / (link.megabitsPerSecond * 1000)
}

/** Waiting alone: every round trip starts when the one before has answered. */
export function waitingMs(exchange: Exchange, link: Link): number {
  return exchange.roundTrips * link.roundTripMs
}

/** Until the last byte of the last answer has arrived. */
export function totalMs(exchange: Exchange, link: Link): number {
  return waitingMs(exchange, link) + sendingMs(exchange, link)
}

/**
 * The round trip at which both take equally long on this bandwidth; below it the one with more trips wins.
 * Undefined when one is better at every latency.
 */
export function tieMs(one: Exchange, other: Exchange, megabitsPerSecond: number): number | undefined {
  const link = { roundTripMs: 0, megabitsPerSecond }
  const trips = one.roundTrips - other.roundTrips
  const sending = sendingMs(other, link) - sendingMs(one, link)
  if (trips === 0 || sending / trips <= 0) return undefined
  return sending / trips
}

/** Round trips that the latency control offers, evenly spread over the decades between a rack and an ocean. */
export const roundTripChoicesMs: readonly number[] = [
  0.1, 0.2, 0.3, 0.5, 0.8, 1, 1.5, 2, 3, 4, 5, 6, 8, 10, 11, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100, 120,
  150, 200, 300,
]

/** Bandwidths that the control offers, in Mbit/s. */
export const bandwidthChoices: readonly number[] = [
  1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000,
]
