import type { RunOutline } from '#engine/outline/types.ts'
import { momentText, spanText } from './moment.ts'

/** A quiet stretch that is drawn folded. */
export interface Fold {
  readonly from: number
  readonly to: number
  readonly x: number
  readonly width: number
  /** How long it lasted: "9.4 s". */
  readonly text: string
  /** Messages of the background that it hides. */
  readonly chatter: number
}

export interface Tick {
  readonly x: number
  readonly text: string
}

/**
 * Time as a place. Each gap between two moments in which something happens is as wide as the square root of its length,
 * so that a slow message looks slower and a slow one does not push the rest out of sight; a long gap is folded.
 */
export interface Axis {
  readonly width: number
  readonly folds: readonly Fold[]
  readonly ticks: readonly Tick[]
  /** Where a moment lies, in pixels from the left. */
  x(ms: number): number
}

const foldWidth = 62
const startX = 16
const endRoom = 72
/** A gap so many times longer than a message usually takes is folded. */
const foldFactor = 20

export function axisOf(outline: RunOutline): Axis {
  const times = momentsOf(outline)
  const usualMs = usualLatency(outline)
  const unit = Math.min(64, Math.max(26, 640 / times.length))
  const places: number[] = [startX]
  const folds: Fold[] = []
  for (let index = 1; index < times.length; index++) {
    const from = times[index - 1]!
    const to = times[index]!
    const x = places[index - 1]!
    const isFolded = to - from > foldFactor * usualMs
    const width = isFolded ? foldWidth : unit * Math.min(2.6, Math.max(0.5, Math.sqrt((to - from) / usualMs)))
    if (isFolded) folds.push({ from, to, x, width, text: spanText(to - from), chatter: 0 })
    places.push(x + width)
  }
  const x = (ms: number) => placeOf(times, places, ms)
  return {
    width: Math.ceil(places.at(-1)! + endRoom),
    folds: withChatter(folds, outline),
    ticks: ticksOf(times, places, folds),
    x,
  }
}

/** Every moment at which something is drawn, from 0 on, each once. */
function momentsOf({ steps, messages, endMs }: RunOutline): readonly number[] {
  const times = new Set<number>([0])
  for (const { at } of steps) times.add(at)
  for (const { endAt, endIndex } of messages) if (endIndex >= 0) times.add(endAt)
  if (times.size === 1) times.add(endMs)
  return [...times].sort((a, b) => a - b)
}

/** The middle one of all times that messages took. */
function usualLatency({ messages }: RunOutline): number {
  const took = messages.map(({ sentAt, endAt }) => endAt - sentAt).filter((ms) => ms > 0)
  took.sort((a, b) => a - b)
  return took[took.length >> 1] ?? 10
}

function placeOf(times: readonly number[], places: readonly number[], ms: number): number {
  let low = 0
  let high = times.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (times[middle]! <= ms) low = middle
    else high = middle - 1
  }
  const [from, to] = [times[low]!, times[low + 1]]
  const start = places[low]!
  if (to === undefined) return start + (ms > from ? endRoom / 2 : 0)
  return start + ((ms - from) / (to - from)) * (places[low + 1]! - start)
}

function withChatter(folds: readonly Fold[], { chatter }: RunOutline): readonly Fold[] {
  return folds.map((fold) => {
    const inside = chatter.filter(({ from, to }) => from >= fold.from && to <= fold.to)
    return { ...fold, chatter: inside.reduce((sum, { messages }) => sum + messages, 0) }
  })
}

/** Where a burst begins comes first, then whatever has room. */
function ticksOf(
  times: readonly number[],
  places: readonly number[],
  folds: readonly Fold[],
): readonly Tick[] {
  const starts = new Set([0, ...folds.map(({ to }) => to)])
  const ticks: Tick[] = []
  const isFree = (x: number, half: number) =>
    ticks.every((other) => Math.abs(other.x - x) > half + halfWidth(other.text) + 8) &&
    folds.every((fold) => x + half < fold.x + 4 || x - half > fold.x + fold.width - 10)
  const add = (ms: number, x: number) => {
    const text = momentText(ms)
    if (starts.has(ms) || isFree(x, halfWidth(text))) ticks.push({ x, text })
  }
  times.forEach((ms, index) => starts.has(ms) && add(ms, places[index]!))
  times.forEach((ms, index) => !starts.has(ms) && add(ms, places[index]!))
  return ticks.sort((a, b) => a.x - b.x)
}

function halfWidth(text: string): number {
  return (text.length * 6) / 2
}
