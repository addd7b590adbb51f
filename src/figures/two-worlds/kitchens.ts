import { cell } from '#engine/core/cell.ts'
import { register } from '#engine/core/registry.ts'
import type { Json, Ms, Node, NodeId, Program, System } from '#engine/core/types.ts'

/** How the three kitchens of the figure work. */
interface KitchenOptions {
  /** After so long without a word a kitchen is taken for dead; null: never. */
  readonly patienceMs: Ms | null
}

/** How often a kitchen phones the others to say that it is there. */
const phoneMs: Ms = 1_000
/** How long the cake takes. */
const cookMs: Ms = 4_000
/** The kitchen that takes the orders, and the one that cooks for table 3. */
export const [door, cook]: readonly [NodeId, NodeId] = ['A', 'B']

/** What a served plate says of itself in the trace. */
export type Plate = { readonly by: NodeId; readonly nuts: boolean }

interface Memory {
  readonly heard: { readonly [id: NodeId]: Ms }
  readonly dead: readonly NodeId[]
  /** The slip that changed the order has been read here. */
  readonly noNuts: boolean
  /** Table 3 has its cake, as far as is known here. */
  readonly served: boolean
}

/**
 * Three kitchens that can only phone. Each tells the others once a second that it's there, and whom it has heard. A takes
 * the orders; B cooks for table 3. When A has heard nothing of B for longer than its patience, A declares B dead, which is
 * all it does about B, and cooks the table's cake itself.
 */
export function kitchens(options: KitchenOptions): System<Json> {
  const system = cell(program, { options: { ...options }, timeoutMs: 600_000 })
  return { ...system, name: 'kitchens', operations: ['order', 'no nuts'] }
}

// Known by its name, so that the bench runs it too.
register('kitchens', (options) => kitchens({ patienceMs: patienceIn(options) }))

/** A link may hold anything; what is no time means that A waits for ever. */
function patienceIn(options: Json): Ms | null {
  const { patienceMs } = (options ?? {}) as { readonly patienceMs?: unknown }
  return typeof patienceMs === 'number' && patienceMs >= 0 ? patienceMs : null
}

const program: Program = (node: Node) => ({
  start() {
    const heard = Object.fromEntries(node.others.map((id) => [id, node.now()]))
    node.memory = { heard, dead: [], noNuts: false, served: false } satisfies Memory
    node.spawn(function* () {
      // Not all in one millisecond.
      yield* node.sleep(Math.floor(node.random() * phoneMs))
      for (;;) {
        for (const id of node.others) node.send(id, 'here I am', { heard: memoryOf(node).heard })
        suspect(node)
        yield* node.sleep(phoneMs)
      }
    })
  },

  'here I am'(_said: Json, from: NodeId) {
    remember(node, { heard: { ...memoryOf(node).heard, [from]: node.now() } })
    if (!memoryOf(node).dead.includes(from)) return
    remember(node, { dead: memoryOf(node).dead.filter((id) => id !== from) })
    node.note(`${from} isn’t dead`)
  },

  // What the waiter asks of A.
  order() {
    node.send(cook, 'cook', {})
  },
  'no nuts'() {
    remember(node, { noNuts: true })
    if (memoryOf(node).dead.includes(cook)) node.note(`the slip isn’t phoned to ${cook}`)
    else {
      node.note(`phones the slip to ${cook}`)
      node.send(cook, 'slip', {})
    }
  },

  // What A phones to B, and B to A.
  cook: () => bake(node),
  slip: () => remember(node, { noNuts: true }),
  served: () => remember(node, { served: true }),
})

/** The nuts come last, so a slip that is read in time still helps. */
function bake(node: Node): void {
  node.note('puts a cake in the oven')
  node.spawn(function* () {
    yield* node.sleep(cookMs)
    const plate: Plate = { by: node.id, nuts: !memoryOf(node).noNuts }
    node.note('serves table 3', plate)
    remember(node, { served: true })
    if (node.id !== door) node.send(door, 'served', {})
  })
}

function suspect(node: Node): void {
  const { patienceMs } = node.options as KitchenOptions
  const { heard, dead, served } = memoryOf(node)
  if (patienceMs === null) return
  for (const id of node.others) {
    if (dead.includes(id) || node.now() - (heard[id] ?? 0) < patienceMs) continue
    remember(node, { dead: [...memoryOf(node).dead, id] })
    if (node.id !== door) continue
    node.note(`declares ${id} dead`)
    if (id === cook && !served) bake(node)
  }
}

function memoryOf(node: Node): Memory {
  return node.memory as Memory
}

function remember(node: Node, news: Partial<Memory>): void {
  node.memory = { ...memoryOf(node), ...news }
}
