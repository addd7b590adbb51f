import type { Json, Ms, SequentialModel } from '../core/types.ts'

/**
 * A model that may also say which operations never change a state, whatever it is. A model that does not say so is
 * judged as well, only more slowly.
 */
export interface Model<S> extends SequentialModel<S> {
  onlyReads?(input: Json): boolean
}

/** One operation as the search sees it. `return` is Infinity for an operation that never answered. */
export interface Placeable {
  readonly input: Json
  readonly output: Json | undefined
  readonly call: Ms
  readonly return: Ms
}

/** The furthest that any order came. Numbers are positions in the list of operations that was given. */
export interface Furthest {
  /** The operation whose answer no order could explain; everything that returned before it can be explained. */
  readonly stuck: number
  /** The order that explains all that returned before `stuck`. */
  readonly order: readonly number[]
  /** The last operation of that order which changed the state, if any did. */
  readonly changed: number | undefined
  /** The model's key of the state after that order. */
  readonly state: string
}

/** A search for one order of the operations of one key, done in slices so that keys can take turns. */
export interface OrderSearch {
  /** Tries at most about `steps` steps of the model more, and says how the search stands. */
  advance(steps: number): 'found' | 'none' | 'unfinished'
  /** Steps of the model taken until now. */
  readonly steps: number
  /** Known once a dead end was met. */
  readonly furthest: Furthest | undefined
}

/** A place where the order branches: `choices` are the operations that could come next, `chosen` how many were tried. */
interface Branch<S> {
  readonly choices: readonly Choice<S>[]
  chosen: number
  /** How long the order was here, and its state. */
  readonly length: number
  readonly state: S
}

interface Choice<S> {
  readonly operation: number
  readonly state: S
  readonly key: string
}

/**
 * Looks for an order of all operations that the model allows and that keeps real time: what returned before another
 * was called comes first. Of two times in the same millisecond the call counts as earlier, so that a tie never breaks
 * a history. An operation that never answered may be placed anywhere after its call, or nowhere.
 *
 * The search of Wing and Gong (1993) with the memory of Lowe ("Testing for linearizability", 2017): what was placed,
 * as a set, and the state it led to are remembered, and no such pair is tried twice. Two rules make it short: what only
 * reads is placed as soon as its answer fits (nothing can be lost by that; a write that happens to change nothing would
 * not do, for it may be needed later), and of the others the one that must return first is tried first.
 */
export function orderSearch<S>(model: Model<S>, operations: readonly Placeable[]): OrderSearch {
  const calls = timeline(operations)
  const placed = new Uint8Array(operations.length)
  const seen = new Set<string>()
  const branches: Branch<S>[] = []
  const order: number[] = []
  const toPlace = operations.filter((operation) => operation.return !== Infinity).length
  let answered = 0
  let state = model.start
  let key = model.key(state)
  let furthest: Furthest | undefined
  let furthestReturn = -1
  let steps = 0

  function place(operation: number): void {
    placed[operation] = 1
    order.push(operation)
    if (calls.remove(operation)) answered++
  }

  function backTo(length: number): void {
    while (order.length > length) {
      const operation = order.pop() as number
      placed[operation] = 0
      if (calls.restore(operation)) answered--
    }
  }

  /**
   * Places what changes nothing, for as long as there is such an operation; then lists what else could come next.
   * What was tried before a quiet operation was placed stands as it was, since the state is still the same.
   */
  function choicesNow(): Choice<S>[] {
    const choices: Choice<S>[] = []
    const tried = new Set<number>()
    for (let quiet = true; quiet;) {
      quiet = false
      for (const operation of calls.next(placed)) {
        if (tried.has(operation)) continue
        tried.add(operation)
        const { input, output } = operations[operation] as Placeable
        steps++
        const after = model.step(state, input, output)
        if (after === null) continue
        const afterKey = model.key(after)
        if (!calls.answers(operation)) {
          if (afterKey !== key) choices.push({ operation, state: after, key: afterKey })
        } else if (model.onlyReads?.(input) === true) {
          place(operation)
          quiet = true
        } else {
          choices.push({ operation, state: after, key: afterKey })
        }
      }
    }
    return mostUrgentFirst(choices)
  }

  /**
   * The operation that must return first has to be placed soon. Tried first is what makes it possible, then what must
   * itself return early.
   */
  function mostUrgentFirst(choices: Choice<S>[]): Choice<S>[] {
    choices.sort((one, other) => calls.compare(one.operation, other.operation))
    const urgent = calls.firstReturn()?.operation
    if (urgent === undefined || choices.length < 2 || choices[0]?.operation === urgent) return choices
    const { input, output } = operations[urgent] as Placeable
    const enables = (choice: Choice<S>) => {
      steps++
      return model.step(choice.state, input, output) !== null
    }
    const first = choices.filter((choice) => calls.answers(choice.operation) && enables(choice))
    return [...first, ...choices.filter((choice) => !first.includes(choice))]
  }

  /** Where the search goes next: one step down, or back to the last branch with a choice left. False: none is left. */
  function descend(): boolean {
    for (;;) {
      const branch = branches.at(-1)
      if (branch === undefined) return false
      const choice = branch.choices[branch.chosen++]
      backTo(branch.length)
      if (choice === undefined) {
        branches.pop()
        continue
      }
      place(choice.operation)
      const met = `${setText(placed)} ${choice.key}`
      if (seen.has(met)) continue
      seen.add(met)
      state = choice.state
      key = choice.key
      return true
    }
  }

  function rememberDeadEnd(): void {
    const stuck = calls.firstReturn()
    if (stuck === undefined || stuck.position <= furthestReturn) return
    furthestReturn = stuck.position
    const last = branches.at(-1)
    const changed = last?.choices[last.chosen - 1]?.operation
    furthest = { stuck: stuck.operation, order: [...order], changed, state: key }
  }

  let outcome: 'found' | 'none' | 'unfinished' = 'unfinished'
  return {
    get steps() {
      return steps
    },
    get furthest() {
      return furthest
    },
    advance(slice) {
      const until = steps + slice
      while (outcome === 'unfinished' && steps < until) {
        const choices = choicesNow()
        if (answered === toPlace) {
          outcome = 'found'
        } else {
          if (choices.length === 0) rememberDeadEnd()
          branches.push({ choices, chosen: 0, length: order.length, state })
          if (!descend()) outcome = 'none'
        }
      }
      return outcome
    },
  }
}

/**
 * The calls and returns of what is not yet placed, in order of time, as a doubly linked list: taking an operation out
 * and putting it back costs nothing. Operations without an answer stay outside of the list.
 */
function timeline(operations: readonly Placeable[]) {
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

/** A set of numbers as a short text: the first number that is missing, then the rest as bits, 16 to a character. */
function setText(placed: Uint8Array): string {
  let first = 0
  while (first < placed.length && placed[first] === 1) first++
  let last = placed.length
  while (last > first && placed[last - 1] === 0) last--
  let text = `${first}:`
  for (let base = first; base < last; base += 15) {
    let bits = 0
    for (let index = base; index < last && index < base + 15; index++)
      bits |= (placed[index] as number) << (index - base)
    text += String.fromCharCode(bits + 32)
  }
  return text
}
