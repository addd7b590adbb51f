type Seat = { node: string; token: bigint }

export function owners(token: bigint, seats: Seat[], replicas: number): string[] {
  const sorted = [...seats].sort((one, other) => (one.token < other.token ? 1 : -1))
  const before = sorted.filter((seat) => seat.token <= token)
  const after = sorted.filter((seat) => seat.token > token)
  return [...new Set([...before, ...after].map((seat) => seat.node))].slice(0, replicas)
}
