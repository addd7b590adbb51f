import type { Json, Partition, Run } from '#engine'

/**
 * What a scenario expects of its run:
 * - `{ of: name, answers: v }`: each operation of that name answers this: a read its value, 'ok', an error by its name,
 *   'nothing' when no answer came. With `count: n` so many of them do; `fails: true` for any error; `field: f, is: v` looks
 *   into the answer; `within: ms` says how long each may take
 * - `{ held: A, keys: [0, 100], count: n }`: so many of the rows have a value on a node of the ring at the end;
 *   `{ held: A, key: k, is: v }` that one has this value (null for none)
 * - `{ mark: text, times: n }`; `{ arrived: 'A>C validate', count: n }`: messages whose address begins so
 * - `{ outOfSync: ['A-C: 1'] }`: ranges that the repairs found to differ, by pair
 * - `{ node: A, at: memory.role, is: v }`: any part of a node's final state; a map's or table's entry by its key, `size` for how
 *   many it has
 */
export type Expectation = { readonly [name: string]: Json }

/** What isn't as it is to be, in words. */
export function wrongOf(
  run: Run,
  names: ReadonlyMap<string, readonly string[]>,
  expectations: readonly Expectation[],
): readonly string[] {
  return expectations.flatMap((expectation) => {
    const [real, ours] = compared(run, names, expectation)
    if (JSON.stringify(real) === JSON.stringify(ours)) return []
    return [`${JSON.stringify(expectation)}: ours is ${JSON.stringify(ours)}`]
  })
}

function compared(
  run: Run,
  names: ReadonlyMap<string, readonly string[]>,
  wanted: Expectation,
): readonly [real: unknown, ours: unknown] {
  if ('of' in wanted) return comparedAnswers(run, names.get(String(wanted['of'])) ?? [], wanted)
  if ('mark' in wanted) return [wanted['times'], run.marks.get(String(wanted['mark'])) ?? 0]
  if ('outOfSync' in wanted) return [wanted['outOfSync'], outOfSync(run)]
  if ('arrived' in wanted) {
    const start = `${String(wanted['arrived'])}#`
    return [wanted['count'], run.trace.filter((one) => one.type === 'receive' && one.message.startsWith(start)).length] // prettier-ignore
  }
  if ('held' in wanted) {
    const held = (key: string) => heldOn(run, String(wanted['held']), key)
    if ('key' in wanted) return [wanted['is'], held(String(wanted['key'])) ?? null]
    const [from = 0, to = 0] = wanted['keys'] as readonly number[]
    const keys = Array.from({ length: to - from }, (_, index) => `k${from + index}`)
    return [wanted['count'], keys.filter((key) => held(key) !== undefined).length]
  }
  if ('node' in wanted)
    return [wanted['is'], stateAt(run, String(wanted['node']), String(wanted['at'])) ?? null]
  throw new Error(`nobody knows how to look at ${JSON.stringify(wanted)}`)
}

function comparedAnswers(
  run: Run,
  ids: readonly string[],
  wanted: Expectation,
): readonly [real: unknown, ours: unknown] {
  if (ids.length === 0) throw new Error(`no step is called "${String(wanted['of'])}"`)
  const answers = ids.map((id) => answerOf(run, id))
  if ('within' in wanted) {
    const late = ids.filter((id) => (tookOf(run, id) ?? Infinity) > Number(wanted['within']))
    return [[], late]
  }
  if ('fails' in wanted) return [ids.map(() => wanted['fails']), answers.map((one) => typeof one === 'string' && one !== 'ok' && one !== 'nothing')] // prettier-ignore
  if ('field' in wanted)
    return [ids.map(() => wanted['is']), answers.map((one) => (one as { readonly [name: string]: Json })[String(wanted['field'])])] // prettier-ignore
  const isSame = (one: unknown) => JSON.stringify(one) === JSON.stringify(wanted['answers'])
  if ('count' in wanted) return [wanted['count'], answers.filter(isSame).length]
  return [ids.map(() => wanted['answers']), answers]
}

/** What the client was told: the value of a read, 'ok', the name of an error, or 'nothing' when no answer came. */
function answerOf(run: Run, id: string): unknown {
  const told = run.trace.find((one) => one.type === 'return' && one.op === id)
  const value = told !== undefined && 'value' in told ? told.value : undefined
  if (typeof value !== 'object' || value === null) return 'nothing'
  if ('error' in value) return value['error']
  return 'value' in value ? value['value'] : 'ok'
}

function tookOf(run: Run, id: string): number | undefined {
  const at = (type: 'call' | 'return') => run.trace.find((one) => one.type === type && one.op === id)?.at
  const [called, returned] = [at('call'), at('return')]
  return called === undefined || returned === undefined ? undefined : returned - called
}

/** "A and B have N range(s) out of sync", as each repair found: 'A-B: N'. */
function outOfSync(run: Run): readonly string[] {
  const found = new Map<string, number>()
  for (const one of run.trace) {
    if (one.type !== 'receive' || one.name !== 'exchange') continue
    const asked = one.message.slice(one.message.indexOf('>') + 1, one.message.indexOf(' '))
    const { peer, ranges } = one.args as { readonly peer: string; readonly ranges: readonly unknown[] }
    const pair = [asked, peer].sort().join('-')
    found.set(pair, (found.get(pair) ?? 0) + ranges.length)
  }
  return [...found].map(([pair, ranges]) => `${pair}: ${ranges}`).sort()
}

type Tables = Iterable<readonly [string, Partition]>

/** What a node of the ring would answer by itself when the plan ends, from the column `value`. */
function heldOn(run: Run, node: string, key: string): string | undefined {
  const disk = run.final.get(node)?.disk as { readonly sstables: readonly Tables[]; readonly memtable: Tables } | undefined // prettier-ignore
  let deletedAt = -Infinity
  let newest: Partition['cells'][string] | undefined
  for (const rows of disk === undefined ? [] : [...disk.sstables, disk.memtable]) {
    for (const [, partition] of rows) {
      if (partition.key !== key) continue
      deletedAt = Math.max(deletedAt, partition.deletion?.markedForDeleteAt ?? -Infinity)
      const cell = partition.cells['value']
      if (cell !== undefined && (newest === undefined || cell.timestamp > newest.timestamp)) newest = cell
    }
  }
  if (newest === undefined || newest.timestamp <= deletedAt) return undefined
  const { localDeletionTime = Infinity } = newest
  return Math.floor(run.plan.until / 1000) >= localDeletionTime ? undefined : String(newest.value)
}

/** A part of a node's final state by its path: fields, and entries of maps and tables. */
function stateAt(run: Run, node: string, path: string): unknown {
  return path.split('.').reduce<unknown>((value, step) => {
    if (value === undefined || value === null) return undefined
    const own = value as { readonly get?: unknown; readonly [name: string]: unknown }
    if (typeof own.get === 'function' && step !== 'size' && !(step in own))
      return (own as unknown as { get(key: string): unknown }).get(step)
    return Array.isArray(value) && step === 'size' ? value.length : own[step]
  }, run.final.get(node))
}
