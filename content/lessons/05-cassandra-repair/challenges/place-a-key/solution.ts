/** One token of one node. A node may have several seats. */
export type Seat = { node: string; token: bigint }

export function owners(token: bigint, seats: Seat[], replicas: number): string[] {
  const sorted = [...seats].sort((one, other) => (one.token < other.token ? -1 : 1))
  const after = sorted.filter((seat) => seat.token >= token)
  const before = sorted.filter((seat) => seat.token < token)
  // Clockwise from the key, once around the ring; a Set keeps each node once.
  const clockwise = [...after, ...before].map((seat) => seat.node)
  return [...new Set(clockwise)].slice(0, replicas)
}
