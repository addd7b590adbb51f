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

const depth = 6
const paths = Array.from({ length: 2 ** depth }, (_, row) => row.toString(2).padStart(depth, '0'))

/** FNV-1a in eight hexadecimal digits: short enough to be read in a message. */
function hashed(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

type Rows = { readonly [path: string]: string }

function treeHash(rows: Rows, path: string): string {
  let text = ''
  // What was never written is the same on both nodes.
  for (const row of paths) if (rows[row] !== undefined && row.startsWith(path)) text += `${row}=${rows[row]},`
  return hashed(text)
}

const program =
  (differing: typeof solution.differing): Program =>
  (node) => ({
    write({ key, value }: { key: string; value: string }) {
      node.disk = { ...node.disk, [key]: value }
      return { ok: true }
    },
    hash(path: string) {
      node.mark('comparison')
      return treeHash(node.disk ?? {}, path)
    },
    *compare(): Task<Json> {
      return yield* differing((path) => treeHash(node.disk ?? {}, path), ask(node))
    },
  })

const ask = (node: Node) =>
  function* theirs(path: string): Task<string> {
    const reply = yield* node.call('B', 'hash', path)
    return reply.ok ? reply.value : ''
  }

/** None to four rows were written at one node alone; then A compares. */
function shop(differing: typeof solution.differing, seed: number) {
  const system = cell(program(differing), { nodes: ['A', 'B'], timeoutMs: 60_000 })
  const { plan } = weather(
    { ...system, messages: ['hash'] },
    {
      operations: seed % 5,
      keys: paths,
      reads: 0,
      faults: 0,
      calmAt: 2000,
      restMs: 2000,
    },
  )(seed)
  const compare = { id: 'compare', at: 3000, client: 'c1', coordinator: 'A', do: 'compare', args: null }
  return { system, plan: { ...plan, until: 60_000, faults: [], ops: [...plan.ops, compare] } }
}

const found = checkOf('finds every differing row', 'none', (run) => {
  const [a, b] = ['A', 'B'].map((node) => (run.final.get(node)?.disk ?? {}) as Rows)
  const differ = paths.filter((path) => a?.[path] !== b?.[path])
  const asked = run.history.find((operation) => operation.do === 'compare')
  if (asked === undefined) return { result: 'vacuous', why: 'Nobody compared.', at: [] }
  const given = Array.isArray(asked.output) ? [...(asked.output as string[])].sort() : []
  const why = `${list(differ)} differed, and differing returned ${list(given)}.`
  return { result: given.join() === differ.join() ? 'holds' : 'broken', why, at: [] }
})

const list = (rows: readonly string[]) => (rows.length === 0 ? 'nothing' : rows.slice(0, 6).join(', '))

export const asked: Challenge<typeof solution> = {
  needs: { differing: 'function' },
  scenario: ({ differing }, seed) => shop(differing, seed),
  checks: [found],
  seeds: 100,
  cost: { unit: 'comparisons', of: (run: Run) => run.marks.get('comparison') ?? 0, most: 1.2 },
}
