import { computed, signal } from '@preact/signals'
import { equalBytes, shortHex } from '#engine/hash/bytes.ts'
import type { Exchange, Link } from '#figures/link/cost.ts'
import { waysAmong } from '#figures/link/ways.ts'
import type { DoorState } from './door-rows.tsx'
import {
  answerAt,
  answered,
  type Door,
  foundSlip,
  type Game,
  newGame,
  spanOf,
  suspectsBehind,
} from './game.ts'
import { wallView } from './wall.ts'
import { exchangesOf, type Kitchens, nodeAt, oneByOne } from './kitchens.ts'

/** How many levels below the reader's place are shown. */
export const levelsShown = 3

/** How far the game is: a prediction, the trees, the questions, and the slip found. */
export type Phase = 'predict' | 'hashing' | 'asking' | 'found'

/** What a round is played with. */
export interface SessionOptions {
  readonly depth: number
  /** A's hashes of the doors in the first frame, by "level.index", so that it's drawn before any tree is built. */
  readonly first: Readonly<Record<string, string>>
  readonly roundTripMs: number
  readonly megabitsPerSecond: number
}

/** What was asked and where the reader stands, and all that follows from it. */
export function openState({ depth, first, roundTripMs, megabitsPerSecond }: SessionOptions) {
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

function sameIn({ a, b }: Kitchens, door: Door): boolean {
  return equalBytes(nodeAt(a, door).digest, nodeAt(b, door).digest)
}
