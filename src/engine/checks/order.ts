import type { Json, SequentialModel } from '../core/types.ts'
import { type Placeable, timeline } from './timeline.ts'

/**
 * A model that may also say which operations never change a state, whatever it is. A model that doesn't say so is
 * judged as well, only more slowly.
 */
export interface Model<S> extends SequentialModel<S> {
  onlyReads?(input: Json): boolean
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
 * not do, because it may be needed later), and of the others the one that must return first is tried first.
 */
export function orderSearch<S>(model: Model<S>, operations: readonly Placeable[]): OrderSearch {
  return new Search(model, operations)
}

class Search<S> implements OrderSearch {
  readonly #model: Model<S>
  readonly #operations: readonly Placeable[]
  readonly #calls: ReturnType<typeof timeline>
  readonly #placed: Uint8Array
  readonly #seen = new Set<string>()
  readonly #branches: Branch<S>[] = []
  readonly #order: number[] = []
  readonly #toPlace: number
  #answered = 0
  #state: S
  #key: string
  #furthestReturn = -1
  #outcome: 'found' | 'none' | 'unfinished' = 'unfinished'
  steps = 0
  furthest: Furthest | undefined

  constructor(model: Model<S>, operations: readonly Placeable[]) {
    this.#model = model
    this.#operations = operations
    this.#calls = timeline(operations)
    this.#placed = new Uint8Array(operations.length)
    this.#toPlace = operations.filter((operation) => operation.return !== Infinity).length
    this.#state = model.start
    this.#key = model.key(model.start)
  }

  advance(slice: number): 'found' | 'none' | 'unfinished' {
    const until = this.steps + slice
    while (this.#outcome === 'unfinished' && this.steps < until) {
      const choices = this.#choicesNow()
      if (this.#answered === this.#toPlace) {
        this.#outcome = 'found'
      } else {
        if (choices.length === 0) this.#rememberDeadEnd()
        this.#branches.push({ choices, chosen: 0, length: this.#order.length, state: this.#state })
        if (!this.#descend()) this.#outcome = 'none'
      }
    }
    return this.#outcome
  }

  #place(operation: number): void {
    this.#placed[operation] = 1
    this.#order.push(operation)
    if (this.#calls.remove(operation)) this.#answered++
  }

  #backTo(length: number): void {
    while (this.#order.length > length) {
      const operation = this.#order.pop() as number
      this.#placed[operation] = 0
      if (this.#calls.restore(operation)) this.#answered--
    }
  }

  /**
   * Places what changes nothing, for as long as there is such an operation; then lists what else could come next.
   * What was tried before a quiet operation was placed stands as it was, since the state is still the same.
   */
  #choicesNow(): Choice<S>[] {
    const choices: Choice<S>[] = []
    const tried = new Set<number>()
    for (let quiet = true; quiet;) {
      quiet = false
      for (const operation of this.#calls.next(this.#placed)) {
        if (tried.has(operation)) continue
        tried.add(operation)
        const { input, output } = this.#operations[operation] as Placeable
        this.steps++
        const after = this.#model.step(this.#state, input, output)
        if (after === null) continue
        const afterKey = this.#model.key(after)
        if (!this.#calls.answers(operation)) {
          if (afterKey !== this.#key) choices.push({ operation, state: after, key: afterKey })
        } else if (this.#model.onlyReads?.(input) === true) {
          this.#place(operation)
          quiet = true
        } else {
          choices.push({ operation, state: after, key: afterKey })
        }
      }
    }
    return this.#mostUrgentFirst(choices)
  }

  /**
   * The operation that must return first has to be placed soon. Tried first is what makes it possible, then what must
   * itself return early.
   */
  #mostUrgentFirst(choices: Choice<S>[]): Choice<S>[] {
    const calls = this.#calls
    choices.sort((one, other) => calls.compare(one.operation, other.operation))
    const urgent = calls.firstReturn()?.operation
    if (urgent === undefined || choices.length < 2 || choices[0]?.operation === urgent) return choices
    const { input, output } = this.#operations[urgent] as Placeable
    const enables = (choice: Choice<S>) => {
      this.steps++
      return this.#model.step(choice.state, input, output) !== null
    }
    const first = choices.filter((choice) => calls.answers(choice.operation) && enables(choice))
    return [...first, ...choices.filter((choice) => !first.includes(choice))]
  }

  /** Where the search goes next: one step down, or back to the last branch with a choice left. False: none is left. */
  #descend(): boolean {
    for (;;) {
      const branch = this.#branches.at(-1)
      if (branch === undefined) return false
      const choice = branch.choices[branch.chosen++]
      this.#backTo(branch.length)
      if (choice === undefined) {
        this.#branches.pop()
        continue
      }
      this.#place(choice.operation)
      const met = `${setText(this.#placed)} ${choice.key}`
      if (this.#seen.has(met)) continue
      this.#seen.add(met)
      this.#state = choice.state
      this.#key = choice.key
      return true
    }
  }

  #rememberDeadEnd(): void {
    const stuck = this.#calls.firstReturn()
    if (stuck === undefined || stuck.position <= this.#furthestReturn) return
    this.#furthestReturn = stuck.position
    const last = this.#branches.at(-1)
    const changed = last?.choices[last.chosen - 1]?.operation
    this.furthest = { stuck: stuck.operation, order: [...this.#order], changed, state: this.#key }
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
