import { cell, checkOf, type Challenge, type Program, type Run, weather } from 'engine'
import type * as solution from './solution'

type Row = solution.Row

const program =
  (merge: (ours: Row, theirs: Row) => Row): Program =>
  (node) => {
    const take = (row: Row) => {
      node.disk = node.disk === undefined ? row : merge(node.disk, row)
    }
    return {
      write({ value }: { value: string }) {
        take({ value, at: node.now() })
        for (const other of node.others) node.send(other, 'merge', node.disk)
        return { ok: true }
      },
      merge: take,
    }
  }

/** Writes come on whole half seconds, so that some of them carry the same time. */
function orders(merge: typeof solution.merge, seed: number) {
  const system = { ...cell(program(merge), { nodes: ['A', 'B'] }), messages: ['merge'] }
  const { plan } = weather(system, {
    operations: 7,
    keys: ['table 3'],
    reads: 0,
    faults: 3,
    kinds: ['hold', 'duplicate'],
    calmAt: 4000,
    restMs: 3000,
  })(seed)
  return { system, plan: { ...plan, ops: plan.ops.map((op) => ({ ...op, at: op.at - (op.at % 500) })) } }
}

const rows = (run: Run) => [...run.final.values()].map(({ disk }) => disk as Row | undefined)
const valueOf = (row: Row | undefined) => (row === undefined ? 'nothing' : `“${row.value}”`)

const same = checkOf('same row on both nodes', 'none', (run) => {
  const [a, b] = rows(run)
  const why = `At the end A holds ${valueOf(a)} and B holds ${valueOf(b)}.`
  const isSame = a?.value === b?.value && a?.at === b?.at
  if (run.history.length === 0) return { result: 'vacuous', why: 'Nothing was written.', at: [] }
  return { result: isSame ? 'holds' : 'broken', why, at: [] }
})

const newest = checkOf('newest row kept', 'none', (run) => {
  const last = Math.max(...run.history.map(({ call }) => call))
  const texts = run.history.map(({ input }) => (input as { value: string }).value)
  const [row] = rows(run)
  if (row === undefined) return { result: 'vacuous', why: 'Nothing was written.', at: [] }
  // A write takes a few milliseconds to arrive at its node, which stamps it.
  const isNewest = texts.includes(row.value) && row.at >= last - 500 && isLatest(run, row)
  return {
    result: isNewest ? 'holds' : 'broken',
    why: `Both hold ${valueOf(row)}, and that isn’t the newest order.`,
    at: [],
  }
})

/** No other write began after the answer of this one. */
function isLatest({ history }: Run, row: Row): boolean {
  const own = history.find(({ input }) => (input as { value: string }).value === row.value)
  return own !== undefined && !history.some(({ call }) => call > (own.return ?? Infinity))
}

export const asked: Challenge<typeof solution> = {
  needs: { merge: 'function' },
  scenario: ({ merge }, seed) => orders(merge, seed),
  checks: [same, newest],
  seeds: 300,
}
