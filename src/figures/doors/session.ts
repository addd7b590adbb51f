import { wantsStill } from '#figures/motion.ts'
import { inSlices } from '#figures/slices.ts'
import { answerAt, bestQuestion, cover, type Door } from './game.ts'
import { wallView } from './wall.ts'
import { growKitchens } from './kitchens.ts'
import { levelsShown, type SessionOptions, openState } from './session-state.ts'
import { openMotion } from './motion.ts'

/** How long an answer stands before the picture moves on to where the suspects are. */
const lookMs = 650

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

/** From which side of the old picture the new one grows. */
function direction(from: Door, to: Door): 'left' | 'right' | 'middle' | 'nowhere' {
  const down = to.level - from.level
  if (down <= 0) return 'nowhere'
  const place = (to.index - from.index * 2 ** down + 0.5) / 2 ** down
  return place < 0.34 ? 'left' : place > 0.66 ? 'right' : 'middle'
}
