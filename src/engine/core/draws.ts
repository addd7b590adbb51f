/**
 * Keyed draws. Chance in a run isn't a stream that everyone drinks from: each draw is a hash of what it is for (the
 * operation, the path of causes that led here, the purpose), so that adding one entry to a plan doesn't re-roll the
 * rest. Keys are 32-bit integers and a path is extended by mixing in one more.
 */

/** What a draw is for; keeps the draws of one message apart. */
export const purpose = {
  latency: 1,
  loss: 2,
  duplicate: 3,
  secondLatency: 4,
  random: 5,
  spawn: 6,
  reply: 7,
  coordinator: 8,
  oracle: 9,
} as const

/** A new key from a key and one more integer: the finaliser of Murmur3 (public domain, A. Appleby). */
export function mix(key: number, part: number): number {
  let hash = Math.imul(key ^ (part + 0x9e3779b9), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  hash = Math.imul(hash ^ (hash >>> 16), 0x27d4eb2f)
  return hash ^ (hash >>> 15)
}

/** A key from a name: FNV-1a over its UTF-16 units. */
export function drawKeyOf(name: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < name.length; index++) {
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193)
  }
  return hash | 0
}

/** From 0 (included) to 1 (excluded). */
export function unit(key: number, part: number): number {
  return (mix(key, part) >>> 0) / 4294967296
}

/** A whole number from `low` to `high`, both included. */
export function between(key: number, part: number, low: number, high: number): number {
  return low === high ? low : low + Math.floor(unit(key, part) * (high - low + 1))
}
