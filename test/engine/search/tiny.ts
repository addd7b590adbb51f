import type { Fault, Json, Op, Plan, Program, Scenario, System } from '#engine/core/types.ts'

/** Three copies that take every write where it comes, answer, and tell the others. Newest time wins. */
const program: Program = (node) => ({
  start() {
    node.disk ??= {}
  },
  write({ key, value }: { key: string; value: Json }) {
    const cell = { value, at: node.now() }
    node.disk = { ...node.disk, [key]: cell }
    for (const other of node.others) node.send(other, 'copy', { key, cell })
    return { ok: true }
  },
  copy({ key, cell }: { key: string; cell: { value: Json; at: number } }) {
    if ((node.disk[key]?.at ?? -1) >= cell.at) node.mark('old copy')
    else node.disk = { ...node.disk, [key]: cell }
  },
  read: ({ key }: { key: string }) => ({ value: node.disk[key]?.value ?? null }),
})

export const tiny: System = {
  name: 'tiny',
  options: null,
  nodes: [],
  program,
  client: { timeoutMs: 1000, retries: 0, stamps: false },
  operations: ['read', 'write'],
  levels: [],
}

export const calm: Plan = {
  v: 1,
  system: 'tiny',
  seed: 1,
  until: 60_000,
  nodes: [{ id: 'A' }, { id: 'B' }, { id: 'C' }],
  clients: [{ id: 'c1' }, { id: 'c2' }],
  net: { order: 'any', loss: 0.05, duplicate: 0.05, latency: [1, 40] },
  options: null,
  ops: [],
  faults: [],
}

export function write(at: number, client: string, coordinator: string, key: string, value: Json): Op {
  return { id: `${client}-${at}`, at, client, coordinator, do: 'write', args: { key, value } }
}

export function read(at: number, client: string, coordinator: string, key: string): Op {
  return { id: `${client}-${at}`, at, client, coordinator, do: 'read', args: { key } }
}

/** A seed's workload and faults: 40 operations on three keys, a few cuts and crashes, all mended after 30 s. */
export function weather(seed: number): Scenario<System> {
  let state = seed >>> 0
  const draw = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const name = () => ['A', 'B', 'C'][draw(3)] as string
  const ops = Array.from({ length: 40 }, (_, index): Op => {
    const at = 700 * index + draw(600)
    const [client, key] = [`c${1 + draw(2)}`, `k${draw(3)}`]
    return draw(2) === 0 ? write(at, client, name(), key, index) : read(at, client, name(), key)
  })
  const faults: Fault[] = []
  for (let index = 0; index < 3; index++) {
    const [node, at] = [name(), draw(25_000)]
    const others = ['A', 'B', 'C'].filter((other) => other !== node)
    faults.push({ id: `cut-${index}`, at, do: 'cut', from: [node], to: others })
    faults.push({ id: `mend-${index}`, at: at + 2000, do: 'mend', from: [node], to: others })
  }
  return { system: tiny, plan: { ...calm, seed, ops, faults } }
}
