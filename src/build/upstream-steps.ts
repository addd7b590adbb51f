import type { Json } from '#engine'

/**
 * One step of a scenario. The clock goes on by itself, so that each happens a little after the one before:
 * - `{ via: A, do: write, key: k, value: v, level: ALL, as: name }`: an operation; `via` may list several nodes, and
 *   `keys: [0, 100]` asks for k0 to k99. What else stands there are its arguments. `after` is how long until the next step.
 * - `{ stop: [B] }`, `{ start: [B] }`: a crash with the disk kept, or a restart, and two seconds for the others to notice
 * - `{ crash: B, disk: wipe }`, `{ restart: B }`, `{ drop: ['A>B mutate#1'] }`, `{ cut: [[A], [B]] }`, `{ mend: [[A], [B]] }` (all links
 *   without names), `{ fault: {…} }`: at once
 * - `{ wait: 1000 }`
 */
export type Step = { readonly [name: string]: Json }

/** The steps of a scenario as a plan's operations and faults. */
interface Expanded {
  readonly ops: readonly Json[]
  readonly faults: readonly Json[]
  readonly endsAt: number
  /** The operations by the name that their step gave them. */
  readonly names: ReadonlyMap<string, readonly string[]>
}

/** Gives each step its moment in the plan, in milliseconds, one after the other unless it says when. */
export function expandSteps(steps: readonly Step[]): Expanded {
  const ops: Json[] = []
  const faults: Json[] = []
  const names = new Map<string, string[]>()
  let now = 1_000
  let number = 0
  const strike = (fault: { readonly [name: string]: Json }) =>
    faults.push({ id: `fault ${++number}`, at: now, ...fault })
  const one = (step: Step) => {
    if ('wait' in step) return void (now += Number(step['wait']))
    if ('do' in step) return ask(step)
    for (const node of listOf(step['stop'])) strike({ do: 'crash', node, disk: 'keep' })
    for (const node of listOf(step['start'])) strike({ do: 'restart', node })
    if ('stop' in step || 'start' in step) now += 2_000
    if ('crash' in step) strike({ do: 'crash', node: step['crash']!, disk: step['disk'] ?? 'keep' })
    if ('restart' in step) strike({ do: 'restart', node: step['restart']! })
    for (const message of listOf(step['drop'])) strike({ do: 'drop', message })
    for (const what of ['cut', 'mend'] as const) {
      if (!(what in step)) continue
      const [from = [], to = []] = step[what] as readonly Json[]
      strike({ do: what, from, to, ...(step['oneWay'] === true ? { oneWay: true } : {}) })
    }
    if ('fault' in step) strike(step['fault'] as { readonly [name: string]: Json })
  }
  const ask = ({ via, do: what, keys, as, after, ...args }: Step) => {
    const [from, to] = (keys ?? []) as readonly number[]
    const many = from === undefined ? [undefined] : range(from, to!)
    for (const node of listOf(via!)) {
      for (const key of many) {
        const id = `${String(what)} ${++number}`
        const name = String(as ?? what)
        names.set(name, [...(names.get(name) ?? []), id])
        ops.push({
          id,
          at: now,
          client: 'client',
          coordinator: node,
          do: what!,
          args: key === undefined ? args : { ...args, key: `k${key}` },
        })
        now += key === undefined ? Number(after ?? 20) : 4
      }
      if (from !== undefined) now += 100
    }
  }
  steps.forEach(one)
  return { ops, faults, endsAt: now, names }
}

function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined) return []
  return Array.isArray(value) ? (value as readonly Json[]) : [value]
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}
