import type { Handler, Json, Node, Task } from '../core/types.ts'
import { boxes } from './boxes.ts'
import type { AssistantOptions } from './options.ts'
import { askPrimary, putObject } from './stores.ts'

interface LogRecord {
  readonly offset: number
  readonly value: { readonly id: string; readonly table: number; readonly text: string }
}

/** Reads the log from where it left off, for as long as it runs. A crash after the work and before the commit does it twice. */
function* consume(
  node: Node,
  group: string,
  everyMs: number,
  work: (records: readonly LogRecord[]) => Task<boolean>,
): Task<void> {
  const [log] = boxes.log
  for (;;) {
    yield* node.sleep(everyMs)
    const place = yield* node.call(log, 'committed', { group, partition: 0 }, 1_000)
    if (!place.ok) continue
    const news = yield* node.call(log, 'fetch', { partition: 0, from: place.value.value }, 1_000)
    const records: readonly LogRecord[] = news.ok ? (news.value.records ?? []) : []
    if (records.length === 0 || !(yield* work(records))) continue
    const offset = records[records.length - 1]!.offset + 1
    yield* node.call(log, 'commit', { group, partition: 0, offset }, 1_000)
  }
}

/** Makes a vector of each message and hands it to the index. */
export function embedder(node: Node): { readonly [name: string]: Handler } {
  const { embedMs, pollMs } = node.options as AssistantOptions
  function* work(records: readonly LogRecord[]): Task<boolean> {
    for (const { value } of records) {
      yield* node.sleep(embedMs)
      const { id, table, text } = value
      const reply = yield* node.call(boxes.index[0], 'write', { key: id, text, tags: { table } }, 1_000)
      if (!reply.ok) return false
    }
    return true
  }
  return { start: () => consume(node, 'embedder', pollMs, work) }
}

/** Writes what was said since the last time as one shard of training data; the shard's name comes from its offsets. */
export function batchJob(node: Node): { readonly [name: string]: Handler } {
  const { batchMs, training, shardBytes } = node.options as AssistantOptions
  function* work(records: readonly LogRecord[]): Task<boolean> {
    const key = `training/shard ${records[0]!.offset} to ${records[records.length - 1]!.offset}`
    const shard = { lines: records.map(({ value }) => value.text), bytes: shardBytes }
    const answer =
      training === 'objects'
        ? yield* putObject(node, key, shard)
        : yield* askPrimary(node, 'write', { key, value: shard as Json, writeConcern: { w: 1 } })
    return (answer as { readonly ok?: boolean }).ok === true
  }
  return { start: () => consume(node, 'batch', batchMs, work) }
}
