import { checkOf, eventsOf, vacuous } from './check.ts'
import { callOf, map } from './models.ts'
import { orderSearch, type Furthest, type Model, type OrderSearch } from './order.ts'
import type { Placeable } from './timeline.ts'
import { expiryOf, isRefusal, keyAsked, writesColumns } from './key-history.ts'
import { counted, inWords } from './operation-text.ts'
import type { Check, Json, Operation, Verdict } from '../core/types.ts'

/** How many steps a key may take before it is the next one's turn. */
const sliceSteps = 1000

/** The operations of one key, by their positions in the whole history. */
interface KeyHistory {
  readonly indexes: readonly number[]
  readonly search: OrderSearch
}

/**
 * Is there one order of all operations, keeping real time, that the model could have gone through? (Herlihy and Wing,
 * "Linearizability", 1990.) Works on any recorded history; `return: null` says that an operation may have happened.
 *
 * A model with `split` is judged key by key: the keys take turns of 1,000 steps, so that one hard key doesn't hide
 * an easy answer. One broken key decides `broken`; else a key that is unfinished after `budgetSteps` steps of the
 * model, in all, makes it `unknown`. A history in which nothing was answered is `vacuous`.
 *
 * `at` lists positions in `history`: first the operation that no order explains, then the last one before it that
 * changed the state. The history before the answer of the first is linearizable: it is the longest such prefix.
 */
export function checkLinearizable<S>(
  model: Model<S>,
  history: readonly Operation[],
  budgetSteps: number,
): Verdict {
  if (!(budgetSteps > 0)) throw new RangeError(`budgetSteps is above 0; received ${budgetSteps}`)
  const check = 'linearizable'
  if (!history.some((operation) => operation.return !== null)) {
    return {
      check,
      result: 'vacuous',
      why: 'No operation was answered, so there’s nothing to judge.',
      at: [],
    }
  }
  const keys = splitByKey(model, history)
  const unfinished = inTurns(keys, budgetSteps)
  if (!Array.isArray(unfinished)) return broken(unfinished, history)
  if (unfinished.length > 0) {
    const why = `After ${counted(budgetSteps, 'step')} there’s still no verdict for ${unfinished.length} of ${counted(keys.length, 'key')}.`
    return { check, result: 'unknown', why, at: [] }
  }
  const why = `One order explains all ${counted(history.length, 'operation')}.`
  return { check, result: 'holds', why, at: [] }
}

function splitByKey<S>(model: Model<S>, history: readonly Operation[]): KeyHistory[] {
  const byKey = new Map<string, { indexes: number[]; operations: Placeable[] }>()
  for (const [index, operation] of history.entries()) {
    const input = callOf(operation)
    const key = model.split?.(input) ?? ''
    const group = byKey.get(key) ?? { indexes: [], operations: [] }
    byKey.set(key, group)
    group.indexes.push(index)
    group.operations.push(placeable(input, operation))
  }
  return [...byKey.values()].map(({ indexes, operations }) => ({
    indexes,
    search: orderSearch(model, operations),
  }))
}

function placeable(input: Json, operation: Operation): Placeable {
  const { call, output } = operation
  if (operation.return === null) return { input, output: undefined, call, return: Infinity }
  if (operation.return < call) {
    throw new RangeError(`an operation returns after its call; received ${inWords(operation)}`)
  }
  return { input, output, call, return: operation.return }
}

/** Lets the keys search in turns. Gives the first broken one, or the list of those that didn't finish. */
function inTurns(keys: readonly KeyHistory[], budgetSteps: number): KeyHistory | KeyHistory[] {
  let left = budgetSteps
  let searching = [...keys]
  while (searching.length > 0 && left > 0) {
    const still: KeyHistory[] = []
    for (const key of searching) {
      const before = key.search.steps
      const outcome = left > 0 ? key.search.advance(Math.min(sliceSteps, left)) : 'unfinished'
      left -= key.search.steps - before
      if (outcome === 'none') return key
      if (outcome === 'unfinished') still.push(key)
    }
    searching = still
  }
  return searching
}

function broken(key: KeyHistory, history: readonly Operation[]): Verdict {
  const { stuck, changed, state } = key.search.furthest as Furthest
  const at = (position: number) => key.indexes[position] as number
  const operationAt = (position: number) => history[at(position)] as Operation
  const culprit = operationAt(stuck)
  const prefix = `Up to ${culprit.return} ms one order explains every answer`
  const then = changed === undefined ? '' : `; it ends with ${inWords(operationAt(changed))}`
  const why = `${prefix}${then}, and leaves ${state}. No order explains ${inWords(culprit)}.`
  return {
    check: 'linearizable',
    result: 'broken',
    why,
    at: [at(stuck), ...(changed === undefined ? [] : [at(changed)])],
  }
}

/** What {@link linearizable} judges, and how long it may take. */
export interface LinearizableOptions {
  /** {@link map} when left out. */
  readonly model?: Model<never>
  /** The operations that the model knows; read, write, delete and increment when left out. Others aren't judged. */
  readonly operations?: readonly string[]
  /** 200,000 when left out. */
  readonly budgetSteps?: number
}

/** What is judged when nothing else is said. */
const usual: readonly string[] = ['read', 'write', 'delete', 'increment']

/**
 * {@link checkLinearizable} for the history of a run: every operation seems to happen at one moment between its call and
 * its answer. Refusals didn't happen. With the usual model a value that was written with a time to live may go, once,
 * when its time is over; and keys of which a client wrote single columns are left out, because it knows whole values alone.
 * Vacuous without an answered read, for writes alone contradict nothing.
 */
export function linearizable(options: LinearizableOptions = {}): Check {
  const { model = map, operations = usual, budgetSteps = 200_000 } = options
  return checkOf('linearizable', 'none', (run) => {
    const isUsual = options.model === undefined
    const apart = new Set(isUsual ? run.history.filter(writesColumns).map(keyAsked) : [])
    const judged: Placed[] = []
    for (const [position, operation] of run.history.entries()) {
      if (!operations.includes(operation.do) || isRefusal(operation.output)) continue
      if (apart.has(keyAsked(operation))) continue
      if (isUsual && expiryOf(operation) !== Infinity) judged.push(...mortal(operation, position))
      else judged.push({ operation, position })
    }
    const history = judged.map(({ operation }) => operation)
    if (!history.some((operation) => operation.do === 'read' && operation.return !== null)) {
      return vacuous('No read was answered, so there’s nothing to contradict.')
    }
    const { result, why, at } = checkLinearizable(model as Model<unknown>, history, budgetSteps)
    const positions = at.map((index) => (judged[index] as Placed).position)
    return { result, why, at: eventsOf(run, positions) }
  })
}

/** An operation that is judged, and where in the run's history it comes from. */
interface Placed {
  readonly operation: Operation
  readonly position: number
}

/** A write with a time to live, and the end of it: something that may happen from then on, or never be noticed. */
function mortal(operation: Operation, position: number): Placed[] {
  const input = { ...(operation.input as { readonly [name: string]: Json }), mortal: position }
  const expiry = {
    ...operation,
    do: 'expiry',
    input,
    call: expiryOf(operation),
    return: null,
    output: undefined,
  }
  return [
    { operation: { ...operation, input }, position },
    { operation: expiry, position },
  ]
}
