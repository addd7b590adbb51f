import {
  cell,
  checkOf,
  type Challenge,
  type Json,
  type Node,
  type Program,
  type Run,
  type Task,
  weather,
} from 'engine'
import type * as solution from './solution'

type Row = solution.Row

const nodes = ['A', 'B', 'C']
const nothing: Row = { value: 'nothing', at: 0 }

const program =
  (read: typeof solution.read): Program =>
  (node) => {
    const take = (row: Row) => {
      if (row.at > ((node.disk as Row | undefined)?.at ?? 0)) node.disk = row
    }
    return {
      write({ value }: { value: string }) {
        const row = { value, at: node.timestamp() }
        take(row)
        for (const other of node.others) node.send(other, 'store', row)
        return { ok: true }
      },
      store: take,
      repair: take,
      ask: () => node.disk ?? nothing,
      /** The reader meets the replicas in an order of its own: itself first, then the next ones. */
      *read(): Task<Json> {
        const own = nodes.indexOf(node.id)
        const inTurn = nodes.map((_, index) => nodes[(own + index) % 3]!)
        const row = yield* read(inTurn, asking(node), storing(node))
        return { value: row.value, at: row.at }
      },
    }
  }

const asking = (node: Node) =>
  function* ask(replica: string): Task<Row> {
    const reply = yield* node.call(replica, 'ask', null)
    return reply.ok ? reply.value : nothing
  }

const storing = (node: Node) =>
  function* store(replica: string, row: Row): Task<void> {
    yield* node.call(replica, 'repair', row)
  }

function orders(read: typeof solution.read, seed: number) {
  const system = { ...cell(program(read), { nodes, timeoutMs: 5000 }), messages: ['store'] }
  return weather(system, {
    operations: 12,
    keys: ['table 3'],
    reads: 0.65,
    faults: 6,
    kinds: ['drop', 'hold'],
    calmAt: 3000,
    restMs: 4000,
  })(seed)
}

/** Reads of different clients too: what one of them was told, the next one is told at least. */
const forward = checkOf('reads don’t go back', 'none', ({ history }) => {
  const reads = history.filter((one) => one.do === 'read' && one.return !== null && one.output !== undefined)
  const written = new Set(
    history.filter((one) => one.do === 'write').map((one) => (one.input as { value: string }).value),
  )
  let judged = 0
  for (const later of reads) {
    const row = later.output as Row
    if (row.at > 0 && !written.has(row.value))
      return { result: 'broken', why: `A read returned “${row.value}”, which nobody wrote.`, at: [] }
    for (const earlier of reads) {
      if (earlier.return! >= later.call || (earlier.output as Row).at === 0) continue
      judged++
      if ((earlier.output as Row).at <= row.at) continue
      const why = `The read at ${earlier.call / 1000} s returned “${(earlier.output as Row).value}”, and the read at ${later.call / 1000} s returned the older “${row.value}”.`
      return { result: 'broken', why, at: [] }
    }
  }
  return judged === 0
    ? { result: 'vacuous', why: 'No read came after another.', at: [] }
    : { result: 'holds', why: 'No read went back.', at: [] }
})

export const asked: Challenge<typeof solution> = {
  needs: { read: 'function' },
  scenario: ({ read }, seed) => orders(read, seed),
  checks: [forward],
  seeds: 200,
  cost: { unit: 'messages', of: (run: Run) => run.counters.messages, most: 1.2 },
}
