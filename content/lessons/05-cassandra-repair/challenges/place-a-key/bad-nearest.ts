type Seat = { node: string; token: bigint }

export function owners(token: bigint, seats: Seat[], replicas: number): string[] {
  const away = ({ token: own }: Seat) => (own > token ? own - token : token - own)
  const sorted = [...seats].sort((one, other) => (away(one) < away(other) ? -1 : 1))
  return [...new Set(sorted.map((seat) => seat.node))].slice(0, replicas)
}
