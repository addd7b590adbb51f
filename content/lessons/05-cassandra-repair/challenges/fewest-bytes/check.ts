import { cell, checkOf, type Challenge, type Node, type Program, type Run, type Task, weather } from 'engine'
import type * as solution from './solution'

type Row = solution.Row
type Rows = { readonly [path: string]: Row }

const depth = 5
const paths = Array.from({ length: 2 ** depth }, (_, row) => row.toString(2).padStart(depth, '0'))
/** An order is a few lines long; a hash isn't. */
const note = 'window seat, no nuts, bill to room 12, '.repeat(4)
const first: Rows = Object.fromEntries(paths.map((path) => [path, { path, value: `${note}${path}`, at: 0 }]))

/** FNV-1a in eight hexadecimal digits. */
function hashed(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

const below = (rows: Rows, path: string) =>
  paths.filter((one) => one.startsWith(path)).map((one) => rows[one]!)
const rowHashes = new WeakMap<Row, string>()

function rowHash(row: Row): string {
  const known = rowHashes.get(row) ?? hashed(`${row.value}@${row.at}`)
  rowHashes.set(row, known)
  return known
}

const hashOf = (rows: Rows, path: string) => hashed(below(rows, path).map(rowHash).join())

function merged(rows: Rows, given: readonly Row[]): Rows {
  const newer = given.filter((row) => rows[row.path] !== undefined && row.at > rows[row.path]!.at)
  return { ...rows, ...Object.fromEntries(newer.map((row) => [row.path, row])) }
}

const program =
  (repair: typeof solution.repair): Program =>
  (node) => ({
    start() {
      node.disk ??= first
    },
    write({ key, value }: { key: string; value: string }) {
      node.disk = merged(node.disk, [{ path: key, value: `${note}${value}`, at: node.now() }])
      return { ok: true }
    },
    hash: (path: string) => hashOf(node.disk, path),
    rows: (path: string) => below(node.disk, path),
    put(rows: readonly Row[]) {
      node.disk = merged(node.disk, rows)
    },
    *repair() {
      yield* repair(mineOf(node), theirsOf(node))
      return { ok: true }
    },
  })

const mineOf = (node: Node): solution.Mine => ({
  hash: (path) => hashOf(node.disk, path),
  rows: (path) => below(node.disk, path),
  put(rows) {
    node.disk = merged(node.disk, rows)
  },
})

const theirsOf = (node: Node): solution.Theirs => ({
  hash: (path) => call(node, 'hash', path),
  rows: (path) => call(node, 'rows', path),
  put: (rows) => call(node, 'put', rows),
})

function* call<T>(node: Node, name: string, args: unknown): Task<T> {
  const reply = yield* node.call('B', name, args)
  // Nothing goes wrong with B here.
  return (reply as { readonly value: T }).value
}

/** One to four rows are written at one node alone; then A repairs. */
function stores(repair: typeof solution.repair, seed: number) {
  const system = { ...cell(program(repair), { nodes: ['A', 'B'], timeoutMs: 60_000 }), messages: ['hash'] }
  const { plan } = weather(system, {
    operations: 1 + (seed % 4),
    keys: paths,
    reads: 0,
    faults: 0,
    calmAt: 2000,
    restMs: 2000,
  })(seed)
  const op = { id: 'repair', at: 3000, client: 'c1', coordinator: 'A', do: 'repair', args: null }
  return { system, plan: { ...plan, until: 60_000, faults: [], ops: [...plan.ops, op] } }
}

const same = checkOf('same rows on both nodes', 'none', (run) => {
  const [a, b] = ['A', 'B'].map((node) => run.final.get(node)?.disk as Rows)
  if (!run.history.some((operation) => operation.do === 'repair'))
    return { result: 'vacuous', why: 'Nobody repaired.', at: [] }
  const writes = run.history.filter((operation) => operation.do === 'write')
  const newest = writes.reduce(
    (rows, { input, call }) => {
      const { key, value } = input as { key: string; value: string }
      return call >= (rows[key]?.call ?? 0) ? { ...rows, [key]: { call, value } } : rows
    },
    {} as { readonly [key: string]: { readonly call: number; readonly value: string } },
  )
  for (const path of paths) {
    const [one, other] = [a?.[path]?.value, b?.[path]?.value]
    if (one !== other)
      return { result: 'broken', why: `After the repair A and B still differ in row ${path}.`, at: [] }
    if (newest[path] !== undefined && one !== `${note}${newest[path].value}` && writes.length < 2)
      return { result: 'broken', why: `Row ${path} has lost its newest version.`, at: [] }
  }
  return { result: 'holds', why: 'Both nodes hold the same rows.', at: [] }
})

export const asked: Challenge<typeof solution> = {
  needs: { repair: 'function' },
  scenario: ({ repair }, seed) => stores(repair, seed),
  checks: [same],
  seeds: 60,
  cost: { unit: 'bytes', of: (run: Run) => run.counters.bytes, most: 1.34 },
}
