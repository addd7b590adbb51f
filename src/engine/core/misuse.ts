import { shown } from './plan/shape.ts'

/** A program that does what the engine cannot repeat or undo. The text says what to write instead. */
export class Misuse extends Error {
  override readonly name = 'Misuse'
  /** Which effect of the run it is about; the run is repeated to find the line where that effect was made. */
  readonly effect: number | undefined

  constructor(text: string, effect?: number) {
    super(text)
    this.effect = effect
  }
}

const inPlace = /read.?only|not extensible|delete property|redefine|non-configurable/i

/** The error as the page should say it: a change of frozen state is named, everything else stays. */
export function explained(thrown: unknown): Error {
  if (!(thrown instanceof Error)) return new Misuse(`The program threw ${shown(thrown)}.`)
  if (thrown instanceof TypeError && inPlace.test(thrown.message)) {
    const misuse = new Misuse(
      'State and messages are replaced, never changed in place: write node.disk = { ...node.disk, key: value }.',
    )
    if (thrown.stack !== undefined) misuse.stack = thrown.stack
    return misuse
  }
  return thrown
}

/** Freezes what it reaches; stops at what is frozen already, and at class instances, which guard themselves. */
export function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== Array.prototype && prototype !== null) return
  Object.freeze(value)
  for (const item of Object.values(value)) deepFreeze(item)
}
