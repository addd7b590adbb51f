import { shown } from './plan/shape.ts'

/** A program that does what the engine can't repeat or undo. The text says what to write instead. */
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

/** A wait that a program has made and not yielded: what it's called, and which effect of the run it is. */
interface Forgotten {
  readonly kind: string
  readonly serial: number
}

/** The error of an effect that was made and not yielded. */
export function forgotten({ kind, serial }: Forgotten): Misuse {
  return new Misuse(
    `node.${kind}(...) does nothing by itself: write yield* node.${kind}(...) in a function*.`,
    serial,
  )
}

/**
 * The error as the page should say it: a change of frozen state is named, and a missing yield* where something was done
 * with a wait instead of its result; everything else stays.
 */
export function explained(thrown: unknown, waiting?: Forgotten): Error {
  if (!(thrown instanceof Error)) return new Misuse(`The program threw ${shown(thrown)}.`)
  if (thrown instanceof TypeError && inPlace.test(thrown.message)) {
    const misuse = new Misuse(
      'State and messages are replaced, never changed in place: write node.disk = { ...node.disk, key: value }.',
    )
    if (thrown.stack !== undefined) misuse.stack = thrown.stack
    return misuse
  }
  if (thrown instanceof TypeError && waiting !== undefined) return forgotten(waiting)
  return thrown
}

/**
 * Freezes what it reaches, maps and sets with what they hold; stops at what is frozen already, and at other class instances,
 * which guard themselves.
 */
export function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return
  if (value instanceof Map || value instanceof Set) return freezeEntries(value)
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== Array.prototype && prototype !== null) return
  Object.freeze(value)
  for (const item of Object.values(value)) deepFreeze(item)
}

/** No freezing reaches what a map or a set holds: its own methods that would change it are errors from now on. */
function freezeEntries(held: Map<unknown, unknown> | Set<unknown>): void {
  for (const name of ['set', 'add', 'delete', 'clear']) Object.defineProperty(held, name, { value: refuse })
  Object.freeze(held)
  for (const entry of held.entries()) for (const part of entry) deepFreeze(part)
}

function refuse(): never {
  throw new Misuse(
    'Maps and sets in state and messages are replaced, never changed in place: write node.disk = new Map([...node.disk, [key, value]]).',
  )
}
