import { counted, durationText, grouped } from '#figures/quantity.ts'
import { spanInWords } from './door-rows.tsx'
import { type Answer, type Game, spanOf, wasted } from './game.ts'

/** What B said and what follows from it: a line of the log. */
export function answerInWords({ door, same, before, after }: Answer, depth: number): string {
  const asked = `${capitalized(spanInWords(spanOf(door, depth)))}: ${same ? 'same' : 'differs'}.`
  if (before === after && door.level === 0)
    return `${asked} You knew already that one slip differs: still ${counted(after, 'suspect')}.`
  if (before === after) return `${asked} That followed already: still ${counted(after, 'suspect')}.`
  if (after === 1) return `${asked} One suspect is left.`
  return `${asked} ${grouped(before)} suspects become ${grouped(after)}.`
}

/** How the reader did, against the fewest questions that are always enough. */
export function resultInWords(game: Game, roundTripMs: number): readonly string[] {
  const asked = game.answers.length
  const idle = wasted(game)
  const isRoot = (index: number) => game.answers[index]?.door.level === 0
  const sentences = [
    `You asked for ${counted(asked, 'hash', 'hashes')}, one trip each: ${durationText(asked * roundTripMs)}.`,
  ]
  const [roots, others] = [idle.filter(isRoot), idle.filter((index) => !isRoot(index))]
  if (roots.length > 0) {
    sentences.push(
      `${capitalized(listed(roots.map((index) => `no. ${index + 1}`)))} told you nothing: it was the root, and you knew already that one slip differs.`,
    )
  }
  if (others.length > 0) {
    sentences.push(
      `${capitalized(listed(others.map((index) => `no. ${index + 1}`)))} told you nothing: ` +
        'once one child is the same, the other must differ.',
    )
  }
  if (asked < game.depth) {
    sentences.push(`That was luck: ${game.depth} are needed to be always sure.`)
  } else if (asked === game.depth) {
    sentences.push('That is perfect: no way of asking is always quicker.')
  } else {
    sentences.push(`${game.depth} would have been enough.`)
  }
  return sentences
}

/** The prediction beside what is enough. */
export function guessInWords(guess: number, depth: number): string {
  if (guess === depth) return `You had said ${grouped(guess)}: exactly what is enough.`
  if (guess === depth + 1) return `You had said ${grouped(guess)}: right if the root is asked for too.`
  if (guess === 2 * depth + 1)
    return `You had said ${grouped(guess)}: what a walk compares that takes both children each time.`
  if (guess === 2 ** depth) return `You had said ${grouped(guess)}: that is every slip.`
  return guess > depth
    ? `You had said ${grouped(guess)}: far more than it takes.`.replace(
        'far ',
        guess > 3 * depth ? 'far ' : '',
      )
    : `You had said ${grouped(guess)}: fewer than can always be enough.`
}

function listed(items: readonly string[]): string {
  if (items.length > 6) return `${items.length} of your questions`
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
