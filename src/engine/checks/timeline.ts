import type { Json, Ms } from '../core/types.ts'

/** One operation as the search sees it. `return` is Infinity for an operation that never answered. */
export interface Placeable {
  readonly input: Json
  readonly output: Json | undefined
  readonly call: Ms
  readonly return: Ms
}

/**
 * The calls and returns of what isn't yet placed, in order of time, as a doubly linked list: taking an operation out
 * and putting it back costs nothing. Operations without an answer stay outside of the list.
 */
export function timeline(operations: readonly Placeable[]) {
  const count = operations.length
  const end = 2 * count
  const answered = [...operations.keys()].filter((index) => operations[index]?.return !== Infinity)
  const open = [...operations.keys()].filter((index) => operations[index]?.return === Infinity)
  // Event 2i is the call of operation i, event 2i + 1 its return; `end` is both the head and the tail.
  const events = answered.flatMap((index) => [2 * index, 2 * index + 1])
  const time = (event: number) => {
    const operation = operations[event >> 1] as Placeable
    return event % 2 === 0 ? operation.call : operation.return
  }
  events.sort((one, other) => time(one) - time(other) || (one % 2) - (other % 2) || one - other)
  const after = new Int32Array(end + 1)
  const before = new Int32Array(end + 1)
  const position = new Int32Array(end + 1)
  let last = end
  for (const [index, event] of events.entries()) {
    after[last] = event
    before[event] = last
    position[event] = index
    last = event
  }
  after[last] = end
  before[end] = last

  const at = (list: Int32Array, event: number) => list[event] as number
  function unlink(event: number): void {
    after[at(before, event)] = at(after, event)
    before[at(after, event)] = at(before, event)
  }
  function relink(event: number): void {
    after[at(before, event)] = event
    before[at(after, event)] = event
  }

  return {
    answers: (operation: number) => operations[operation]?.return !== Infinity,
    remove(operation: number): boolean {
      if (operations[operation]?.return === Infinity) return false
      unlink(2 * operation)
      unlink(2 * operation + 1)
      return true
    },
    restore(operation: number): boolean {
      if (operations[operation]?.return === Infinity) return false
      relink(2 * operation + 1)
      relink(2 * operation)
      return true
    },
    firstReturn(): { operation: number; position: number } | undefined {
      let event = at(after, end)
      while (event !== end && event % 2 === 0) event = at(after, event)
      return event === end ? undefined : { operation: event >> 1, position: at(position, event) }
    },
    /** Negative when `one` must return before `other`; those without an answer come last. */
    compare(one: number, other: number): number {
      const due = (operation: number) =>
        operations[operation]?.return === Infinity ? end + operation : at(position, 2 * operation + 1)
      return due(one) - due(other)
    },
    /** What could come next: all that was called before anything unplaced has returned. */
    next(placed: Uint8Array): number[] {
      const found: number[] = []
      let event = at(after, end)
      for (; event !== end && event % 2 === 0; event = at(after, event)) found.push(event >> 1)
      const limit = event === end ? Infinity : time(event)
      for (const operation of open) {
        if (placed[operation] === 0 && (operations[operation] as Placeable).call <= limit)
          found.push(operation)
      }
      return found
    },
  }
}
