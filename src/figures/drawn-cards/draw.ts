import { fnv1a } from '#text/fnv.ts'
import { type DrawnCard, drawers } from './drawers.ts'

/** The names that a card may give as `drawn`. */
export const drawnNames: readonly string[] = Object.keys(drawers)

/**
 * A card as the seed draws it: another picture of the same truth, its answer computed by a run of the engine. The same
 * seed is the same card. Throws for a name that there isn't.
 */
export function drawCard(name: string, seed: number): DrawnCard {
  const drawer = drawers[name]
  if (drawer === undefined)
    throw new RangeError(`no card is drawn as "${name}"; there are ${drawnNames.join(', ')}`)
  let state = seed >>> 0
  return drawer((below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) >>> 0
    return Math.floor((((state ^ (state >>> 13)) >>> 0) / 0x1_0000_0000) * below)
  })
}

/** So many other seeds are tried for a card that would ask the same as the one before or after it. */
const mostTries = 50

/**
 * A card at its showing of this number, counted from 0: never the question of the showing before, so that the picture can't
 * become the cue. The same on every device, because the number of gradings is. Each second showing is what its seed
 * draws, and those between keep clear of both neighbours.
 */
export function drawShowing(name: string, card: string, showing: number): DrawnCard {
  const drawn = (at: number, attempt = 0) => drawCard(name, fnv1a(`${card} ${at} ${attempt}`))
  const first = drawn(showing)
  if (showing % 2 === 0) return first
  const neighbours = [drawn(showing - 1).front, drawn(showing + 1).front]
  let one = first
  for (let attempt = 1; attempt < mostTries && neighbours.includes(one.front); attempt++)
    one = drawn(showing, attempt)
  return one
}
