// A rateless sketch (Yang, Gilad and Alizadeh 2024): the sender makes
// an endless row of coded symbols, each an XOR of some of its items,
// and the receiver stops it as soon as the difference can be decoded.

/** A number that scatters: the same for the same input, in every browser. */
function scattered(seed: number): number {
  let x = Math.imul(seed ^ (seed >>> 16), 0x45d9f3b)
  x = Math.imul(x ^ (x >>> 16), 0x45d9f3b)
  return (x ^ (x >>> 16)) >>> 0
}

/** The places of an item in the row: the next one is further away each time. */
function* placesOf(item: number) {
  let place = 0
  let draw = scattered(item + 1)
  for (;;) {
    yield place
    draw = scattered(draw + item)
    const share = (draw + 1) / 2 ** 32
    place += Math.ceil((place + 1.5) * (1 / Math.sqrt(share) - 1))
  }
}

/**
 * How many coded symbols it takes to decode these differing items. What
 * is equal on both sides cancels, so only the difference is looked at.
 */
export function symbolsNeeded(items: readonly number[]): number {
  const walks = items.map((item) => ({ item, walk: placesOf(item) }))
  const next = walks.map(({ walk }) => walk.next().value as number)
  const symbols: Set<number>[] = []
  const decoded = new Set<number>()
  const at = new Map<number, number[]>(items.map((item) => [item, []]))
  while (decoded.size < items.length) {
    const place = symbols.length
    const symbol = new Set<number>()
    walks.forEach(({ item, walk }, index) => {
      if (next[index] !== place) return
      next[index] = walk.next().value as number
      at.get(item)?.push(place)
      if (!decoded.has(item)) symbol.add(item)
    })
    symbols.push(symbol)
    // A symbol with one item left gives it away, and that item is taken
    // out of all the others.
    const waiting = [symbol]
    for (const one of waiting) {
      const [item, ...more] = one
      if (item === undefined || more.length > 0) continue
      decoded.add(item)
      for (const other of at.get(item) ?? []) {
        symbols[other]?.delete(item)
        if (symbols[other]?.size === 1) waiting.push(symbols[other])
      }
    }
  }
  return symbols.length
}

const hundred = Array.from(
  { length: 100 },
  (_, row) => row * 7919 + 100,
)
console.log(`${symbolsNeeded(hundred)} symbols for 100 differing rows`)
