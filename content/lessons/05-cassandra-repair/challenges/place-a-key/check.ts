import { checkOf, plan, ring, type Challenge, type Run, tokenOf } from 'engine'
import type * as solution from './solution'

const names = ['A', 'B', 'C', 'D', 'E']

/** A whole number from 0 to `below` - 1, drawn from the seed. */
function luck(seed: number, part: number, below: number): number {
  let hash = Math.imul(seed ^ Math.imul(part + 1, 0x9e3779b1), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) % below
}

/** A ring of three to five nodes, each with one or two tokens of its own, and one key that's written everywhere. */
function written(seed: number) {
  const nodes = names.slice(0, 3 + (seed % 3))
  const drawn = (node: number, seat: number) =>
    String(
      BigInt(luck(seed, node * 7 + seat, 2_000_000_000) - 1_000_000_000) * 9_000_000_000n +
        BigInt(node * 2 + seat),
    )
  const tokens = Object.fromEntries(
    nodes.map((node, index) => [
      node,
      Array.from({ length: 1 + luck(seed, 90 + index, 2) }, (_, seat) => drawn(index, seat)),
    ]),
  )
  const replicas = 1 + luck(seed, 99, 3)
  return plan(ring({ nodes, tokens, replicas, hints: false }), { seed })
    .at(500)
    .write(`table ${luck(seed, 5, 1000)}`, 'tea', { via: nodes[0]!, level: 'ALL' })
}

interface Held {
  readonly memtable: Iterable<readonly [unknown, { readonly key: string }]>
  readonly sstables: readonly Iterable<readonly [unknown, { readonly key: string }]>[]
}

/** The nodes on whose disk the key lies. */
function holders(run: Run, key: string): readonly string[] {
  return [...run.final]
    .filter(([, { disk }]) => {
      const { memtable, sstables } = disk as Held
      return [memtable, ...sstables].some((rows) => [...rows].some(([, partition]) => partition.key === key))
    })
    .map(([id]) => id)
}

const placed = (owners: typeof solution.owners) =>
  checkOf('the disks agree', 'none', (run) => {
    const key = (run.history[0]?.input as { key?: string } | undefined)?.key
    if (key === undefined) return { result: 'vacuous', why: 'Nothing was written.', at: [] }
    const { tokens, replicas } = run.plan.options as unknown as {
      tokens: { readonly [node: string]: readonly string[] }
      replicas: number
    }
    const seats = Object.entries(tokens).flatMap(([node, own]) =>
      own.map((token) => ({ node, token: BigInt(token) })),
    )
    const given = owners(tokenOf(key), seats, replicas)
    const names = Array.isArray(given) ? [...new Set(given)].sort() : []
    const really = holders(run, key)
    const is = names.join() === [...really].sort().join() && given.length === names.length
    const why = `The token of “${key}” is ${tokenOf(key)}. ${really.join(', ')} hold it, and owners returned ${String(given) || 'nobody'}.`
    return { result: is ? 'holds' : 'broken', why, at: [] }
  })

export const asked: Challenge<typeof solution> = {
  needs: { owners: 'function' },
  scenario: (_, seed) => written(seed),
  checks: ({ owners }) => [placed(owners)],
  seeds: 200,
  fair: false,
}
