export { fnv1a as seedOf } from '#text/fnv.ts'

/** The items in an order that the seed alone decides (Fisher-Yates over the generator mulberry32). */
export function shuffle<Item>(items: readonly Item[], seed: number): readonly Item[] {
  const shuffled = [...items]
  let state = seed >>> 0
  const draw = (below: number): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000) * below)
  }
  for (let end = shuffled.length - 1; end > 0; end--) {
    const other = draw(end + 1)
    ;[shuffled[end], shuffled[other]] = [shuffled[other] as Item, shuffled[end] as Item]
  }
  return shuffled
}
