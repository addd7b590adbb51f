/** A node of the tree over the slips: `level` 0 is the root, `index` counts from the left within the level. */
export interface Door {
  readonly level: number
  readonly index: number
}

/** Slips `from` up to, not including, `to`. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** What B's answer to one question changed. */
export interface Answer {
  readonly door: Door
  readonly same: boolean
  readonly before: number
  readonly after: number
  /** The slips that this answer cleared. */
  readonly cleared: readonly Span[]
}

/**
 * A hunt for the one slip that differs. Everything in it follows from the questions asked: a slip is a suspect as long
 * as no answer clears it, given that exactly one differs.
 */
export interface Game {
  readonly depth: number
  readonly answers: readonly Answer[]
  readonly suspects: readonly Span[]
}

/** A game in a tree of this depth: any slip may be the one that differs. */
export function newGame(depth: number): Game {
  return { depth, answers: [], suspects: [{ from: 0, to: 2 ** depth }] }
}

/** The slips behind a door of a tree of this depth. */
export function spanOf(door: Door, depth: number): Span {
  const width = 2 ** (depth - door.level)
  return { from: door.index * width, to: (door.index + 1) * width }
}

/** The game after B has said whether this door's hash is the same as ours. */
export function answered(game: Game, door: Door, same: boolean): Game {
  const span = spanOf(door, game.depth)
  const inside = game.suspects.flatMap((suspect) => overlap(suspect, span))
  const outside = game.suspects.flatMap((suspect) => without(suspect, span))
  const [suspects, cleared] = same ? [outside, inside] : [inside, outside]
  const answer = { door, same, before: total(game.suspects), after: total(suspects), cleared }
  return { ...game, suspects, answers: [...game.answers, answer] }
}

/** How many slips could still be the one. */
export function suspectCount(game: Game): number {
  return total(game.suspects)
}

/** The one slip, as soon as only one is left. */
export function foundSlip(game: Game): number | undefined {
  return suspectCount(game) === 1 ? game.suspects[0]?.from : undefined
}

/** Questions whose answer followed from the answers before. */
export function wasted(game: Game): readonly number[] {
  return game.answers.flatMap((answer, index) => (answer.before === answer.after ? [index] : []))
}

/** The smallest door that has every suspect behind it. */
export function cover(game: Game): Door {
  const first = game.suspects[0]?.from ?? 0
  const last = (game.suspects.at(-1)?.to ?? 1) - 1
  let level = game.depth
  while (level > 0 && first >> (game.depth - level) !== last >> (game.depth - level)) level--
  return { level, index: first >> (game.depth - level) }
}

/** The question that divides the suspects most evenly: from a fresh start, always the left half. */
export function bestQuestion(game: Game): Door {
  const all = suspectCount(game)
  let door = cover(game)
  for (;;) {
    const left = { level: door.level + 1, index: door.index * 2 }
    const right = { level: door.level + 1, index: door.index * 2 + 1 }
    const heavier = suspectsBehind(game, left) >= suspectsBehind(game, right) ? left : right
    if (suspectsBehind(game, heavier) * 2 <= all || heavier.level === game.depth) return heavier
    door = heavier
  }
}

/** How many suspects are behind this door. */
export function suspectsBehind(game: Game, door: Door): number {
  const span = spanOf(door, game.depth)
  return total(game.suspects.flatMap((suspect) => overlap(suspect, span)))
}

/** The last answer about exactly this door. */
export function answerAt(game: Game, door: Door): Answer | undefined {
  return game.answers.findLast(
    (answer) => answer.door.level === door.level && answer.door.index === door.index,
  )
}

function total(spans: readonly Span[]): number {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0)
}

function overlap(one: Span, other: Span): readonly Span[] {
  const from = Math.max(one.from, other.from)
  const to = Math.min(one.to, other.to)
  return from < to ? [{ from, to }] : []
}

function without(span: Span, hole: Span): readonly Span[] {
  const before = overlap(span, { from: -Infinity, to: hole.from })
  const after = overlap(span, { from: hole.to, to: Infinity })
  return [...before, ...after]
}
