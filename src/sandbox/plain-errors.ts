import { closest } from './closest.ts'

/** An error as far as its words go. */
interface Said {
  readonly name: string
  readonly message: string
  readonly hint?: string
}

/** What the engines of browsers say, and what a learner does about it. */
const known: readonly (readonly [pattern: RegExp, hint: (found: readonly string[]) => string])[] = [
  [
    /Cannot read propert(?:y|ies) of (undefined|null) \(reading '([^']+)'\)/,
    ([, what, name]) => `What stands before .${name} is ${what}. Print it on the line above to see why.`,
  ],
  [
    /^(?:can't access property|undefined is not an object)/i,
    () => 'What stands before the dot is undefined. Print it on the line above to see why.',
  ],
  [
    /Assignment to constant variable|invalid assignment to const/,
    () => 'Declare it with let, and it can change.',
  ],
  [
    /Cannot access '([^']+)' before initialization|can't access lexical declaration '([^']+)'/,
    ([, one, other]) => `${one ?? other} is declared further down. Move its line up, above this one.`,
  ],
  [
    /(\S+) is not a function/,
    ([, name]) => `${name} can’t be called: is it misspelt, or is it a value and no function?`,
  ],
  [
    /(\S+) is not iterable/,
    ([, name]) => `${name} is no list: for … of and the three dots take lists, maps and sets.`,
  ],
  [
    /Maximum call stack|too much recursion/,
    () => 'A function calls itself and never stops: what should end it?',
  ],
  [/Invalid array length/, () => 'A list can’t have that many entries, or fewer than none.'],
]

/** "x is not defined" of every browser: the name. */
const missing = /^(?:Can't find variable: )?([\w$]+)(?: is not defined)?$/

/**
 * What an error says to a learner: names as the cell has them, not as the compiler made them, and a hint where there's none
 * yet. An option that isn't known, or a word that isn't allowed, is followed by the nearest one that is.
 */
export function plainError<E extends Said>(error: E): E & Said {
  const message = withoutCompilers(error.message)
  const hint = error.hint ?? hintOf(error.name, message)
  return { ...error, message, ...(hint !== undefined && { hint }) }
}

/** `_engine.plan.call(...).wite` is `plan(...).wite` to who wrote it. */
function withoutCompilers(message: string): string {
  return message
    .replace(/\(0 , (_\w+\.[\w.]+)\)/g, '$1')
    .replace(/\b_[a-z]\w*\.(\w+)\.call\(/g, '$1(')
    .replace(/\b_[a-z]\w*\.(?=\w)/g, '')
}

function hintOf(name: string, message: string): string | undefined {
  if (name === 'PlanError') return nearest(message)
  if (name === 'ReferenceError') {
    const lost = missing.exec(message)?.[1]
    if (lost !== undefined) return `There’s no ${lost} here. Is it misspelt, or is its import missing?`
  }
  for (const [pattern, hint] of known) {
    const found = pattern.exec(message)
    if (found !== null) return hint(found)
  }
  return undefined
}

/** "plan.sed: expected one of the fields seed, until; received 3." leads to seed. */
function nearest(message: string): string | undefined {
  const field = /\b(\w+): expected one of the fields ([\w, ]+?)(?:, or [^;]*)?;/.exec(message)
  if (field !== null) {
    const near = closest(field[1]!, field[2]!.split(', '))
    return near === undefined ? undefined : `Did you mean ${near}?`
  }
  const word = /expected one of ((?:"[^"]*"(?:, )?)+); received "([^"]*)"/.exec(message)
  if (word === null) return undefined
  const allowed = [...word[1]!.matchAll(/"([^"]*)"/g)].map(([, text]) => text!)
  const near = closest(word[2]!, allowed)
  return near === undefined ? undefined : `Did you mean "${near}"?`
}
