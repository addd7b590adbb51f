import type { Fault, Op, Plan, System } from '../types.ts'
import { shown } from './shape.ts'
import type { Problem } from '../types/problem.ts'

/** What a plan may ask for: the operations of its system, and what their arguments may say. */
export type Asks = Pick<System, 'operations' | 'misasked'>

/** Where the system isn’t known: any operation, with any arguments. */
export const anyAsks: Asks = { operations: [] }

/** What no field can tell alone: names that are used twice, or that nobody bears. */
export function crossChecks(plan: Plan, asks: Asks): readonly Problem[] {
  const problems: Problem[] = []
  const check = new UsedNames(plan, asks, problems)
  check.once([...plan.nodes, ...plan.clients], 'plan.nodes and plan.clients')
  check.once([...plan.ops, ...plan.faults], 'plan.ops and plan.faults')
  check.ends(plan)
  plan.ops.forEach((one, index) => check.op(one, `plan.ops[${index}]`))
  plan.faults.forEach((one, index) => check.fault(one, `plan.faults[${index}]`))
  return problems
}

/** Who is there in a plan, and whether entries name only them. */
export class UsedNames {
  readonly #nodes: ReadonlySet<string>
  readonly #clients: ReadonlySet<string>
  readonly #asks: Asks
  readonly #problems: Problem[]

  constructor(plan: Plan, asks: Asks, problems: Problem[]) {
    this.#nodes = new Set(plan.nodes.map((one) => one.id))
    this.#clients = new Set(plan.clients.map((one) => one.id))
    this.#asks = asks
    this.#problems = problems
  }

  once(entries: readonly { readonly id: string }[], where: string): void {
    const seen = new Set<string>()
    const twice = entries.find(({ id }) => seen.size === seen.add(id).size)
    this.#need(twice === undefined, where, 'every id once', twice?.id)
  }

  /** The nodes that clients are near, and the ends of links. */
  ends({ clients, nodes, net }: Plan): void {
    const datacentres = new Set(nodes.map(({ datacentre }) => datacentre))
    clients.forEach(({ near }, index) => {
      if (near !== undefined) this.#isNode(near, `plan.clients[${index}].near`)
    })
    net.links?.forEach(({ from, to }, index) => {
      for (const end of [from, to]) if (!datacentres.has(end)) this.#isAnyone(end, `plan.net.links[${index}]`)
    })
  }

  op(one: Op, where: string): void {
    const clients = `a client: ${[...this.#clients].join(', ')}`
    this.#need(this.#clients.has(one.client), `${where}.client`, clients, one.client)
    if (one.coordinator !== undefined) this.#isNode(one.coordinator, `${where}.coordinator`)
    const { operations, misasked } = this.#asks
    const known = operations.length === 0 || operations.includes(one.do)
    this.#need(known, `${where}.do`, `one of ${operations.join(', ')}`, one.do)
    if (known && misasked !== undefined) this.#problems.push(...misasked(one, where))
  }

  fault(one: Fault, where: string): void {
    if ('node' in one) this.#isNode(one.node, `${where}.node`)
    if ('of' in one) this.#isAnyone(one.of, `${where}.of`)
    if ('from' in one) for (const name of [...one.from, ...one.to]) this.#isAnyone(name, where)
  }

  #isNode(name: string, where: string): void {
    this.#need(this.#nodes.has(name), where, `a node: ${[...this.#nodes].join(', ')}`, name)
  }

  #isAnyone(name: string, where: string): void {
    const known = this.#nodes.has(name) || this.#clients.has(name)
    this.#need(known, where, 'a node or a client of this plan', name)
  }

  #need(ok: boolean, where: string, expected: string, value: unknown): void {
    if (!ok) this.#problems.push({ where, expected, received: shown(value) })
  }
}
