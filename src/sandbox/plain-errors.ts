import { firstOf } from './first-hint.ts'
import { known } from './language-hints.ts'
import { lostName } from './lost-names.ts'
import { nearestName, nearest } from './nearest-names.ts'

/** An error as far as its words go. */
interface Said {
  readonly name: string
  readonly message: string
  readonly hint?: string
}

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
  if (name === 'Thrown') return 'Throw an Error, as in throw new Error("why"), and its line is shown too.'
  if (name === 'Misuse') return nearestName(message)
  if (name === 'ReferenceError') {
    const lost = missing.exec(message)?.[1]
    if (lost !== undefined) return lostName(lost)
  }
  return firstOf(known, message)
}
