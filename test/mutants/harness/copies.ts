import type { Json, Node, Plan, Program, System } from '#engine/core/types.ts'

interface Cell {
  readonly value: Json
  readonly timestamp: number
}

interface Write {
  readonly key: string
  readonly value: Json
  readonly timestamp?: number
}

/** The client's part: how long it waits, how often it asks another node, whether its clock stamps what it writes. */
interface CopiesOptions {
  readonly timeoutMs?: number
  readonly retries?: number
  readonly stamps?: boolean
}

/**
 * The smallest replicated store, for plans that are to show one part of the engine each: every node takes writes,
 * tells the others once, and answers reads from what it has. The newer timestamp wins. Nothing is ever mended.
 */
export function copies(options: Json, plan: Pick<Plan, 'nodes'>): System {
  const { timeoutMs = 1000, retries = 0, stamps = false } = (options ?? {}) as CopiesOptions
  return {
    name: 'copies',
    options,
    nodes: plan.nodes,
    program,
    client: { timeoutMs, retries, stamps },
    operations: ['write', 'save', 'read', 'ask', 'time', 'wait', 'draw', 'two'],
    levels: [],
  }
}

const program: Program = (node) => {
  const cells = (): { readonly [key: string]: Cell } => node.disk ?? {}
  const store = (write: Write) => {
    const cell = { value: write.value, timestamp: write.timestamp ?? node.timestamp() }
    keep(node, write.key, cell)
    for (const other of node.others) node.send(other, 'copy', { key: write.key, cell })
    return { ok: true }
  }
  return {
    start: () => {
      node.memory = { boots: 1 }
    },
    write: store,
    /** As write, but answers only when it would survive a power cut. */
    *save(write: Write) {
      const answer = store(write)
      yield* node.sync()
      return answer
    },
    copy: ({ key, cell }: { key: string; cell: Cell }) => keep(node, key, cell),
    read: ({ key }: { key: string }) => ({ value: cells()[key]?.value ?? null }),
    /** Another node's value, if it answers within 500 ms. */
    *ask({ key, of }: { key: string; of: string }) {
      const reply = yield* node.call(of, 'read', { key }, 500)
      return reply.ok ? reply.value : { value: reply.reason }
    },
    time: () => ({ value: node.now() }),
    *wait({ ms }: { ms: number }) {
      yield* node.sleep(ms)
      return { value: node.now() }
    },
    /** A random number, 0 to 999. */
    draw: () => ({ value: Math.floor(node.random() * 1000) }),
    /** Two messages to one node in one step. */
    two({ to }: { to: string }) {
      node.send(to, 'copy', { key: 'x', cell: { value: 'first', timestamp: 1 } })
      node.send(to, 'copy', { key: 'x', cell: { value: 'second', timestamp: 1 } })
      return { ok: true }
    },
  }
}

/** Of two cells the newer; of two that tie the one that was there. */
function keep(node: Node, key: string, cell: Cell): void {
  const held = node.disk?.[key] as Cell | undefined
  if (held !== undefined && held.timestamp >= cell.timestamp) return node.mark('kept the old')
  node.disk = { ...node.disk, [key]: cell }
}
