import { asNode } from '../core/cell.ts'
import { type Shape, anything, fields, orElse, read, whole } from '../core/plan/shape.ts'
import { register } from '../core/registry.ts'
import { storeSystem } from '../core/store-system.ts'
import type { Json, Ms, Node, NodeId, PlanNode, Program, System, Task } from '../core/types.ts'

/** What a job is made of, and how long each part of it takes. */
export interface BatchOptions {
  /** The first node drives; the others work. */
  readonly nodes: readonly PlanNode[]
  /** How many tasks a job is cut into. */
  readonly tasks: number
  /** What a worker needs for each record. */
  readonly recordMs: Ms
  /** A task that isn't finished after this many ms goes to the next worker. */
  readonly taskTimeoutMs: Ms
  readonly clientTimeoutMs: Ms
}

/** What a program may leave out, and shorter forms. */
export type BatchSettings = Partial<Omit<BatchOptions, 'nodes'>> & {
  readonly nodes?: readonly (NodeId | PlanNode)[]
}

const shape = fields<BatchOptions>({
  nodes: orElse(anything as Shape<readonly PlanNode[]>, [{ id: 'driver' }, { id: 'X' }, { id: 'Y' }]),
  tasks: orElse(whole(1, 1000), 4),
  recordMs: orElse(whole(0, 60_000), 10),
  taskTimeoutMs: orElse(whole(1, 3_600_000), 1_000),
  clientTimeoutMs: orElse(whole(1, 3_600_000), 600_000),
})

/** How often each word occurs. */
type Counts = { readonly [word: string]: number }

interface BatchNode extends Node {
  readonly options: BatchOptions
  disk: { readonly results: { readonly [job: string]: Counts } }
}

/**
 * A batch job after Spark: the driver cuts the records into tasks, workers compute them, and the result is there as a
 * whole or not at all. A task is a pure function of its records, so a worker that crashes costs time and nothing else:
 * its task is computed again, and counted once. The job counts words: `count {job, records}`, then `result {job}`.
 *
 * `batch({ nodes: ['driver', 'X', 'Y'] })`
 *
 * What this model leaves out: a driver that crashes in a job (the job is asked for again), shuffles, stages that follow
 * one another, memory, files that are read in parts.
 */
export function batch(settings: BatchSettings = {}): System<BatchOptions> {
  const options = read(shape, settings, 'batch')
  return systemOf({ ...options, nodes: options.nodes.map(asNode) })
}

function systemOf(options: BatchOptions): System<BatchOptions> {
  const own = {
    program,
    operations: ['count', 'result', 'read', 'write', 'delete'],
    messages: ['task', 'task reply'],
  }
  return storeSystem('batch', options, own)
}

register('batch', (options: Json, { nodes }) => systemOf({ ...read(shape, options ?? {}, 'batch'), nodes }))

const program: Program = (given) => {
  const node = given as BatchNode
  return {
    start: () => {
      node.disk ??= { results: {} }
    },
    count: (args: { readonly job: string; readonly records: readonly string[] }) => count(node, args),
    result: ({ job }: { readonly job: string }) => ({ value: node.disk.results[job] ?? null }),
    // A job by other names: a write counts the words of a value, a read gives the counts.
    write: ({ key, value }: { readonly key: string; readonly value: Json }) =>
      count(node, { job: key, records: String(value).split('; ') }),
    read: ({ key }: { readonly key: string }) => ({ value: node.disk.results[key] ?? null }),
    delete: () => ({ error: 'a result stays' }),
    task: (records: readonly string[]) => task(node, records),
  }
}

/** What one worker does. */
function* task(node: BatchNode, records: readonly string[]): Task<Counts> {
  yield* node.sleep(records.length * node.options.recordMs)
  return counted(records)
}

/** How often each word occurs in these records. */
export function counted(records: readonly string[]): Counts {
  const counts: Record<string, number> = {}
  for (const word of records.flatMap((record) => record.split(' '))) counts[word] = (counts[word] ?? 0) + 1
  return counts
}

function* count(
  node: BatchNode,
  { job, records }: { readonly job: string; readonly records: readonly string[] },
): Task<Json> {
  const { tasks } = node.options
  const parts = Array.from({ length: tasks }, (_, place) => records.filter((_, at) => at % tasks === place))
  const done = new Map<number, Counts>()
  for (const [place, part] of parts.entries()) {
    node.spawn(() => delegated(node, part, place, (counts) => done.set(place, counts)))
  }
  yield* node.until(() => done.size === tasks)
  const total: Record<string, number> = {}
  for (const counts of done.values()) {
    for (const [word, times] of Object.entries(counts)) total[word] = (total[word] ?? 0) + times
  }
  node.disk = { results: { ...node.disk.results, [job]: total } }
  yield* node.sync()
  return { ok: true }
}

/** Gives a task to one worker after the other until one has done it. */
function* delegated(
  node: BatchNode,
  records: readonly string[],
  place: number,
  done: (counts: Counts) => void,
): Task<void> {
  const workers = node.options.nodes.slice(1).map(({ id }) => id)
  for (let attempt = 0; ; attempt++) {
    const worker = workers[(place + attempt) % workers.length]!
    const reply = yield* node.call(worker, 'task', records, node.options.taskTimeoutMs)
    if (reply.ok) return done(reply.value as Counts)
    node.mark('task given to another worker')
    // With the workers all away, a driver that asks again at once would fill the run with its asking.
    if (reply.reason === 'unavailable') yield* node.sleep(node.options.taskTimeoutMs)
  }
}
