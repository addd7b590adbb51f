/** One token of one node. A node may have several seats. */
export type Seat = { node: string; token: bigint }

export function owners(token: bigint, seats: Seat[], replicas: number): string[] {
  const sorted = [...seats].sort((one, other) => (one.token < other.token ? -1 : 1))
  return sorted
    .filter((seat) => seat.token >= token)
    .slice(0, replicas)
    .map((seat) => seat.node)
}
