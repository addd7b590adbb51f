import { computed, signal } from '@preact/signals'
import { equalBytes, shortHex } from '#engine/hash/bytes.ts'
import type { Exchange, Link } from '#figures/link/cost.ts'
import { grouped } from '#figures/quantity.ts'
import { waysAmong } from '#figures/link/ways.ts'
import { tween, wantsStill } from '#figures/motion.ts'
import { inSlices } from '#figures/slices.ts'
import type { DoorState } from './door-rows.tsx'
import {
  answerAt,
  answered,
  bestQuestion,
  cover,
  type Door,
  foundSlip,
  type Game,
  newGame,
  spanOf,
  suspectsBehind,
} from './game.ts'
import { between, type Rectangle, wallView, wallSize } from './wall.ts'
import { exchangesOf, growKitchens, type Kitchens, nodeAt, oneByOne } from './kitchens.ts'

/** How many levels below the reader's place are shown. */
export const levelsShown = 3

/** How long an answer stands before the picture moves on to where the suspects are. */
const lookMs = 650

export type Phase = 'predict' | 'hashing' | 'asking' | 'found'

export interface SessionOptions {
  readonly depth: number
  /** A's hashes of the doors in the first frame, by "level.index", so that it's drawn before any tree is built. */
  readonly first: Readonly<Record<string, string>>
  readonly roundTripMs: number
  readonly megabitsPerSecond: number
}

/** What was asked and where the reader stands, and all that follows from it. */
function openState({ depth, first, roundTripMs, megabitsPerSecond }: SessionOptions) {
  const guess = signal<number | undefined>(undefined)
  const kitchens = signal<Kitchens | undefined>(undefined)
  const asked = signal<readonly Door[]>([])
  const focus = signal<Door>({ level: 0, index: 0 })
  /** Levels of the tree that races: this figure's own, or one too large to build. */
  const racedDepth = signal(depth)
  const game = computed<Game>(() => {
    const both = kitchens.value
    if (both === undefined) return newGame(depth)
    return asked.value.reduce((game, door) => answered(game, door, sameIn(both, door)), newGame(depth))
  })
  const phase = computed<Phase>(() => {
    if (guess.value === undefined) return 'predict'
    if (kitchens.value === undefined) return 'hashing'
    return foundSlip(game.value) === undefined ? 'asking' : 'found'
  })
  const rows = computed(() =>
    Array.from({ length: Math.min(levelsShown, depth) + 1 }, (_, below) =>
      Array.from({ length: 2 ** below }, (_, offset) =>
        stateOf({ level: focus.value.level + below, index: focus.value.index * 2 ** below + offset }),
      ),
    ),
  )
  const exchanges = computed<readonly Exchange[]>(() => {
    if (kitchens.value === undefined || phase.value !== 'found') return []
    if (racedDepth.value !== depth) return waysAmong(racedDepth.value)
    return [
      oneByOne('yours', 'You, one at a time', game.value.answers.length),
      oneByOne('perfect', 'Perfect, one at a time', depth),
      ...exchangesOf(kitchens.value),
      ...waysAmong(depth).filter(({ id }) => id === 'copy'),
    ]
  })
  /** Once the doors are few enough to be read; not after the find, when the whole wall is shown. */
  const closeUp = computed(() => {
    const { level, index } = focus.value
    return phase.value !== 'found' && depth - level <= 4 ? wallView(level, index, depth) : undefined
  })

  function stateOf(door: Door): DoorState {
    const both = kitchens.value
    const answer = answerAt(game.value, door)
    return {
      door,
      span: spanOf(door, depth),
      mine: both ? shortHex(nodeAt(both.a, door).digest, 8) : (first[`${door.level}.${door.index}`] ?? ''),
      theirs: both && answer ? shortHex(nodeAt(both.b, door).digest, 8) : undefined,
      same: answer?.same,
      suspects: suspectsBehind(game.value, door),
    }
  }

  return {
    round: signal(0),
    hashed: signal(0),
    from: signal<'left' | 'right' | 'middle' | 'nowhere'>('nowhere'),
    walking: signal(false),
    link: signal<Link>({ roundTripMs, megabitsPerSecond }),
    tieSeen: signal(false),
    ...{ guess, kitchens, asked, focus, racedDepth, game, phase, rows, exchanges, closeUp },
  }
}

/** What moves for a while by itself: the clock, and the part of the wall that is looked at. */
function openMotion(depth: number) {
  const clockMs = signal(0)
  const viewNow = signal<Rectangle>(wallView(0, 0, depth))
  let stopClock = () => {}
  let stopView = () => {}
  return {
    clock: computed(() => `${grouped(Math.round(clockMs.value))} ms`),
    looking: {
      box: computed(() => {
        const { x, y, width, height } = viewNow.value
        return `${x} ${y} ${width} ${height}`
      }),
      frame: computed(() => frameOn(viewNow.value, depth)),
    },
    runClockTo(ms: number): void {
      stopClock()
      stopClock = tween(clockMs.value, ms, 320, (now) => (clockMs.value = now))
    },
    lookAt(end: Rectangle, lastsMs: number): void {
      const start = viewNow.value
      stopView()
      if (start.width === end.width && start.x === end.x && start.y === end.y) return
      stopView = tween(0, 1, lastsMs, (share) => (viewNow.value = between(start, end, share)))
    },
  }
}

/** All that moves in the figure: what was asked, where the reader stands, the clock, the line. */
export function openSession(options: SessionOptions) {
  const { depth, roundTripMs } = options
  const state = openState(options)
  const { round, guess, hashed, kitchens, asked, focus, from, walking, game, phase } = state
  const { clock, looking, runClockTo, lookAt } = openMotion(depth)
  let moveOn: ReturnType<typeof setTimeout> | undefined
  let walkOn: ReturnType<typeof setTimeout> | undefined

  /** Takes the reader's prediction and starts hashing; the trees are built once a round. */
  async function commit(prediction: number): Promise<void> {
    guess.value = prediction
    await hash()
  }

  async function hash(): Promise<void> {
    hashed.value = 0
    kitchens.value = undefined
    const both = await inSlices(growKitchens(depth, round.value), (share) => (hashed.value = share))
    if (both?.lost !== undefined) kitchens.value = both
  }

  /** Asks B for one hash. A question already asked isn't asked again: its answer is known. */
  function ask(door: Door): void {
    settle()
    if (phase.value !== 'asking' || answerAt(game.value, door) !== undefined) return
    asked.value = [...asked.value, door]
    runClock()
    moveOn = setTimeout(settle, wantsStill() ? 0 : lookMs)
  }

  /** Brings the picture to where the suspects are; once the slip is found, back to where all doors are seen. */
  function settle(): void {
    clearTimeout(moveOn)
    const to = placeFor(cover(game.value), depth)
    if (phase.value === 'found') lookAt(wallView(0, 0, depth), 1_600)
    else lookAt(wallView(to.level, to.index, depth), 420)
    if (to.level === focus.value.level && to.index === focus.value.index) return
    from.value = direction(focus.value, to)
    focus.value = to
  }

  function undo(): void {
    rest()
    asked.value = asked.value.slice(0, -1)
    runClock()
    settle()
  }

  /** The same kitchens from the start, or with `another` a new lost slip. */
  async function restart(another = false): Promise<void> {
    rest()
    asked.value = []
    runClock()
    settle()
    if (another) {
      round.value++
      await hash()
    }
  }

  /** Plays the best question again and again, or stops doing so. */
  function walk(): void {
    if (walking.value) return rest()
    walking.value = true
    const step = () => {
      if (phase.value !== 'asking') return rest()
      ask(bestQuestion(game.value))
      if (wantsStill()) step()
      else walkOn = setTimeout(step, lookMs + 260)
    }
    step()
  }

  /** Ends whatever moves by itself. */
  function rest(): void {
    clearTimeout(walkOn)
    walking.value = false
    settle()
  }

  const runClock = () => runClockTo(asked.value.length * roundTripMs)
  return { ...state, depth, roundTripMs, clock, looking, commit, ask, undo, restart, walk, rest }
}

/** Where the picture stands so that a door is seen in it. */
function placeFor(door: Door, depth: number): Door {
  const level = Math.min(door.level, Math.max(0, depth - levelsShown))
  return { level, index: door.index >> (door.level - level) }
}

function sameIn({ a, b }: Kitchens, door: Door): boolean {
  return equalBytes(nodeAt(a, door).digest, nodeAt(b, door).digest)
}

/** From which side of the old picture the new one grows. */
function direction(from: Door, to: Door): 'left' | 'right' | 'middle' | 'nowhere' {
  const down = to.level - from.level
  if (down <= 0) return 'nowhere'
  const place = (to.index - from.index * 2 ** down + 0.5) / 2 ** down
  return place < 0.34 ? 'left' : place > 0.66 ? 'right' : 'middle'
}

/** The outline of a view on the map of the wall; never too small to be seen. */
function frameOn(view: Rectangle, depth: number): string {
  const width = Math.max(view.width, wallSize(depth).width / 24)
  const height = Math.max(view.height, wallSize(depth).width / 48)
  const x = view.x + (view.width - width) / 2
  const y = view.y + (view.height - height) / 2
  return `M${x} ${y}h${width}v${height}h${-width}z`
}
