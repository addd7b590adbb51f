import type { RunOutline } from '#outline/types.ts'
import { lastReached } from './last-reached.ts'
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

/** A time on the axis, and how far right it stands. */
export interface Tick {
  readonly x: number
  readonly text: string
}

/**
 * Time as a place. Each gap between two moments in which something happens is as wide as the square root of its length,
 * so that a slow message looks slower and yet doesn't push the rest out of sight; a long gap is folded.
 */
export interface Axis {
  readonly width: number
  readonly folds: readonly Fold[]
  readonly ticks: readonly Tick[]
  /** Where a moment lies, in pixels from the left. */
  x(ms: number): number
}

const foldWidth = 58
const startX = 18
/** The width of a usual message where a run is too long to be seen at once. */
const least = 32
/** What is left to the right of the last moment: the answer of the last operation is written there. */
const endRoom = { least: 84, most: 190 } as const
/** A gap so many times longer than a message usually takes is folded. */
const foldFactor = 20
/** What there is room for where nobody has measured it: beside the heads, in a figure as wide as a lesson allows. */
export const usualRoom = 755

const known = new WeakMap<RunOutline, Map<number, Axis>>()

/** The axis of a run for a drawing that can be seen `room` pixels wide at once. The same for the same run and room. */
export function axisOf(outline: RunOutline, room = usualRoom): Axis {
  let byRoom = known.get(outline)
  if (byRoom === undefined) known.set(outline, (byRoom = new Map()))
  let axis = byRoom.get(room)
  if (axis === undefined) byRoom.set(room, (axis = makeAxis(outline, room)))
  return axis
}

function makeAxis(outline: RunOutline, room: number): Axis {
  const times = momentsOf(outline)
  const usualMs = usualLatency(outline)
  const gaps = times.slice(1).map((to, index) => to - times[index]!)
  const isFold = (ms: number) => ms > foldFactor * usualMs
  const shares = gaps.map((ms) => (isFold(ms) ? 0 : Math.min(2.6, Math.max(0.5, Math.sqrt(ms / usualMs)))))
  const folded = gaps.filter(isFold).length * foldWidth
  const total = shares.reduce((sum, share) => sum + share, 0)
  // As wide as there is room, within what can be read.
  const beyond = endRoomFor(outline)
  const fitting = (room - startX - beyond - folded) / Math.max(1, total)
  // Up to 1.6 times too wide, the moments move together until all of them are seen at once; wider runs scroll.
  const unit = Math.min(84, fitting >= least / 1.6 ? fitting : least)
  const places: number[] = [startX]
  const folds: Fold[] = []
  gaps.forEach((ms, index) => {
    const x = places[index]!
    const width = isFold(ms) ? foldWidth : Math.round(unit * shares[index]!)
    const [from, to] = [times[index]!, times[index + 1]!]
    if (isFold(ms))
      folds.push({ from, to, x, width, text: spanText(ms), chatter: chatterIn(outline, from, to) })
    places.push(x + width)
  })
  // Nearly all that is drawn lies at one of the moments: those are looked up, the rest is searched for.
  const placed = new Map(times.map((ms, index) => [ms, places[index]!]))
  return {
    width: Math.max(room, places.at(-1)! + beyond),
    folds,
    ticks: ticksOf(times, places, folds),
    x: (ms) => placed.get(ms) ?? placeOnAxis(times, places, ms, beyond),
  }
}

function endRoomFor({ operations }: RunOutline): number {
  const latest = Math.max(0, ...operations.map(({ end, call }) => end ?? call))
  const last = operations.filter(({ end, call }) => (end ?? call) === latest)
  const longest = Math.max(0, ...last.map(({ answered }) => answered.length))
  return Math.min(endRoom.most, Math.max(endRoom.least, longest * 6.4 + 30))
}

/** Every moment at which something is drawn, from 0 on, each once. */
function momentsOf({ steps, messages, endMs }: RunOutline): readonly number[] {
  const times = new Set<number>([0])
  for (const { at } of steps) times.add(at)
  for (const { endAt, endIndex } of messages) if (endIndex >= 0) times.add(endAt)
  if (times.size === 1 && endMs > 0) times.add(endMs)
  return [...times].sort((a, b) => a - b)
}

/** The middle one of all times that messages took. */
function usualLatency({ messages }: RunOutline): number {
  const took = messages.map(({ sentAt, endAt }) => endAt - sentAt).filter((ms) => ms > 0)
  took.sort((a, b) => a - b)
  return took[took.length >> 1] ?? 10
}

function placeOnAxis(
  times: readonly number[],
  places: readonly number[],
  ms: number,
  beyond: number,
): number {
  const low = Math.max(
    0,
    lastReached(times.length, (place) => times[place]! <= ms),
  )
  const [from, to] = [times[low]!, times[low + 1]]
  const start = places[low]!
  if (to === undefined) return start + (ms > from ? beyond / 2 : 0)
  return start + ((ms - from) / (to - from)) * (places[low + 1]! - start)
}

function chatterIn({ chatter }: RunOutline, from: number, to: number): number {
  return chatter.reduce((sum, one) => (one.from >= from && one.to <= to ? sum + one.messages : sum), 0)
}

/** Where a burst begins comes first, then whatever has room. After a minute a burst counts from its own beginning. */
function ticksOf(
  times: readonly number[],
  places: readonly number[],
  folds: readonly Fold[],
): readonly Tick[] {
  const starts = new Set([0, ...folds.map(({ to }) => to)])
  const ticks: Tick[] = []
  const add = (x: number, text: string, isStart: boolean) => {
    const half = halfWidth(text)
    const isFree = ticks.every((other) => Math.abs(other.x - x) > half + halfWidth(other.text) + 8)
    if (
      isStart
        ? isFree
        : isFree && folds.every((fold) => x + half < fold.x + 6 || x - half > fold.x + fold.width)
    )
      ticks.push({ x, text })
  }
  times.forEach((ms, index) => starts.has(ms) && add(places[index]!, momentText(ms), true))
  let start = 0
  times.forEach((ms, index) => {
    if (starts.has(ms)) start = ms
    else add(places[index]!, start < 60_000 ? momentText(ms) : `+${momentText(ms - start)}`, false)
  })
  return ticks.sort((a, b) => a.x - b.x)
}

function halfWidth(text: string): number {
  return (text.length * 6) / 2
}
