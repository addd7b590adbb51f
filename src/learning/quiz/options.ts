import { AuthorMistake } from './kind.ts'
import type { Reason } from './kind.ts'
import type { Option } from './options.schema.ts'

/** An option as the page gets it. */
export interface ShownOption {
  readonly id: string
  readonly text: string
  readonly reason: string
  readonly isRight: boolean
}

/** What is wrong with these options, given how many may be right. */
export function optionProblems(
  options: readonly Option[],
  rightOnes: { least: number; most: number },
): string[] {
  const problems: string[] = []
  const seen = new Set<string>()
  for (const { id } of options) {
    if (seen.has(id)) problems.push(`expected option ids that differ, received "${id}" twice: rename one`)
    seen.add(id)
  }
  const right = options.filter(({ misconception }) => misconception === undefined).length
  if (right < rightOnes.least || right > rightOnes.most) {
    const many =
      rightOnes.least === rightOnes.most
        ? 'exactly one option'
        : `${rightOnes.least} to ${rightOnes.most} options`
    problems.push(
      `expected ${many} without a misconception, received ${right}: give each lure the "misconception:" that makes it tempting (content/misconceptions.yaml), and the right answer none`,
    )
  }
  return problems
}

/** The options for the page. Throws when the key's ids aren't those of the options without a misconception. */
export function shownOptions(
  id: string,
  options: readonly Option[],
  key: readonly string[],
): readonly ShownOption[] {
  const unmarked = options
    .filter(({ misconception }) => misconception === undefined)
    .map((option) => option.id)
  if ([...unmarked].sort().join() !== [...key].sort().join()) {
    throw new AuthorMistake(
      `question ${id}: expected the key to be what has no misconception, "${unmarked.join(', ')}"; received "${key.join(', ')}". ` +
        'Fix the option ids, the misconceptions or the cell that computes the key.',
    )
  }
  return options.map((option) => ({
    id: option.id,
    text: option.text,
    reason: option.reason,
    isRight: key.includes(option.id),
  }))
}

/** Each option with its reason, those chosen marked. */
export const optionReasons = (
  options: readonly ShownOption[],
  chosen: readonly string[],
): readonly Reason[] =>
  options.map(({ id, text, reason, isRight }) => ({
    label: text,
    reason,
    isRight,
    isChosen: chosen.includes(id),
  }))
