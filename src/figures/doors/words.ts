import { counted, durationText, grouped, listed } from '#figures/quantity.ts'
import { capitalized } from '#text/names.ts'
import { spanInWords } from './door-rows.tsx'
import { type Answer, type Game, spanOf, wasted } from './game.ts'

/** B's answer and its consequence: a line of the log. */
export function answerInWords({ door, same, before, after }: Answer, depth: number): string {
  const asked = `${capitalized(spanInWords(spanOf(door, depth)))}: ${same ? 'same' : 'differs'}.`
  if (before === after && door.level === 0)
    return `${asked} You already knew that one row differs, so there are still ${counted(after, 'suspect')}.`
  if (before === after)
    return `${asked} That was clear already, so there are still ${counted(after, 'suspect')}.`
  if (after === 1) return `${asked} One suspect is left.`
  return `${asked} That leaves ${grouped(after)} of ${grouped(before)} suspects.`
}

/** The reader's result beside the fewest questions that are always enough. */
export function resultInWords(game: Game, roundTripMs: number): readonly string[] {
  const asked = game.answers.length
  const idle = wasted(game)
  const isRoot = (index: number) => game.answers[index]?.door.level === 0
  const sentences = [
    `You asked for ${counted(asked, 'hash', 'hashes')}, one round trip each: ${durationText(asked * roundTripMs)}.`,
  ]
  const [roots, others] = [idle.filter(isRoot), idle.filter((index) => !isRoot(index))]
  if (roots.length > 0) {
    sentences.push(
      `${capitalized(fewListed(roots.map((index) => `no. ${index + 1}`)))} told you nothing: it was the root, and you already knew that one row differs.`,
    )
  }
  if (others.length > 0) {
    sentences.push(
      `${capitalized(fewListed(others.map((index) => `no. ${index + 1}`)))} told you nothing: ` +
        'once one child is the same, the other must differ.',
    )
  }
  if (asked < game.depth) {
    sentences.push(`That was luck: only ${game.depth} are always enough.`)
  } else if (asked === game.depth) {
    sentences.push('That’s perfect: no method is always quicker.')
  } else {
    sentences.push(`${game.depth} would have been enough.`)
  }
  return sentences
}

/** The prediction beside what is enough. */
export function guessInWords(guess: number, depth: number): string {
  if (guess === depth) return `You predicted ${grouped(guess)}, which is exactly enough.`
  if (guess === depth + 1)
    return `You predicted ${grouped(guess)}, which is right if you ask for the root too.`
  if (guess === 2 * depth + 1)
    return `You predicted ${grouped(guess)}, which is what a descent compares if it takes both children each time.`
  if (guess === 2 ** depth) return `You predicted ${grouped(guess)}, which is every row.`
  return guess > depth
    ? `You predicted ${grouped(guess)}, which is ${guess > 3 * depth ? 'far ' : ''}more than it takes.`
    : `You predicted ${grouped(guess)}, which isn’t always enough.`
}

function fewListed(items: readonly string[]): string {
  return items.length > 6 ? `${items.length} of your questions` : listed(items)
}
