import type { Ms, NodeId, Plan, Run } from '#engine/core/types.ts'
import type { Disk } from '#engine/ring/state.ts'

/** How the copies of one evening came apart and together again: plain data, all read off one run. */
export interface Drift {
  readonly untilMs: Ms
  readonly hash: string
  readonly nodes: readonly NodeId[]
  readonly orders: readonly DriftOrder[]
  /** When the line was dead; undefined when it never was. */
  readonly dead: { readonly fromMs: Ms; readonly toMs: Ms } | undefined
  /** When the repair began and was done; undefined when none ran. */
  readonly repair: { readonly fromMs: Ms; readonly toMs: Ms } | undefined
  /** From `atMs` on so many copies were missing. Begins at 0, in order of time. */
  readonly missing: readonly { readonly atMs: Ms; readonly copies: number }[]
}

/** An order, who took it, and when each kitchen had it; a kitchen that never got it has no entry. */
interface DriftOrder {
  readonly key: string
  readonly value: string
  readonly taken: { readonly atMs: Ms; readonly by: NodeId }
  readonly arrivedMs: { readonly [node: NodeId]: Ms }
}

/** Reads the drift off a run that recorded its states. A copy is missing once any kitchen has the order and another not. */
export function driftOf(run: Run): Drift {
  const { plan } = run
  const arrivals = arrivalsOf(run)
  const nodes = plan.nodes.map(({ id }) => id)
  const orders = plan.ops
    .filter((op) => op.do === 'write')
    .map((op): DriftOrder => {
      const { key, value } = op.args as { readonly key: string; readonly value: string }
      const arrivedMs = arrivals.get(key) ?? {}
      return { key, value, taken: { atMs: op.at, by: op.coordinator ?? '' }, arrivedMs }
    })
  const cut = plan.faults.find((fault) => fault.do === 'cut')
  const mend = plan.faults.find((fault) => fault.do === 'mend')
  const repair = run.history.find((operation) => operation.do === 'repair')
  return {
    untilMs: plan.until,
    hash: run.hash(),
    nodes,
    orders,
    dead: cut && { fromMs: cut.at, toMs: mend?.at ?? plan.until },
    repair: repair && { fromMs: repair.call, toMs: repair.return ?? plan.until },
    missing: stepsOf(orders, nodes),
  }
}

/** The copies that are missing at a moment, and the kitchens that miss them. */
export function missingAt({ orders, nodes }: Drift, atMs: Ms): readonly { key: string; node: NodeId }[] {
  return orders.flatMap((order) =>
    isHeld(order, atMs)
      ? nodes.filter((node) => !hasAt(order, node, atMs)).map((node) => ({ key: order.key, node }))
      : [],
  )
}

/** Whether a kitchen has the order at a moment. */
export function hasAt({ arrivedMs }: DriftOrder, node: NodeId, atMs: Ms): boolean {
  return (arrivedMs[node] ?? Infinity) <= atMs
}

/** Whether any kitchen has the order at a moment. */
export function isHeld({ arrivedMs }: DriftOrder, atMs: Ms): boolean {
  return Math.min(...Object.values(arrivedMs)) <= atMs
}

/** The plan with the line dead for another while, from the same moment on, and with or without the repair. */
export function eveningPlan(plan: Plan, deadMs: Ms, isRepaired: boolean): Plan {
  const cut = plan.faults.find((fault) => fault.do === 'cut')
  const faults = plan.faults.map((fault) =>
    fault.do === 'mend' && cut ? { ...fault, at: cut.at + deadMs } : fault,
  )
  return {
    ...plan,
    faults: deadMs === 0 ? [] : faults,
    ops: plan.ops.filter((op) => op.do !== 'repair' || isRepaired),
  }
}

function arrivalsOf(run: Run): Map<string, { [node: NodeId]: Ms }> {
  const arrivals = new Map<string, { [node: NodeId]: Ms }>()
  for (const { index, at, node } of run.trace) {
    const disk = run.stateAt(index).get(node)?.disk as Disk | undefined
    if (disk === undefined) continue
    for (const rows of [...disk.sstables, disk.memtable])
      for (const [, { key }] of rows) {
        const times = arrivals.get(key) ?? {}
        times[node] ??= at
        arrivals.set(key, times)
      }
  }
  return arrivals
}

function stepsOf(orders: readonly DriftOrder[], nodes: readonly NodeId[]): Drift['missing'] {
  const times = [...new Set(orders.flatMap(({ arrivedMs }) => Object.values(arrivedMs)))].sort(
    (a, b) => a - b,
  )
  const counts = times.map((atMs) => ({
    atMs,
    copies: missingAt({ orders, nodes } as Drift, atMs).length,
  }))
  const all = [{ atMs: 0, copies: 0 }, ...counts]
  return all.filter(({ copies }, index) => index === 0 || copies !== all[index - 1]!.copies)
}
