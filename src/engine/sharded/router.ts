import type { Handler, Json, Node, NodeId, Task } from '../core/types.ts'
import { tokenOf } from '../token/token.ts'
import type { ShardedOptions } from './options.ts'

/** The shard whose documents include this key. */
export function shardOf({ shards, key: kind, splits }: ShardedOptions, key: string): string {
  const names = Object.keys(shards)
  if (kind === 'ranged') return names[splits.filter((split) => key >= split).length]!
  // A token from 0 to 2^64, cut into equal ranges.
  return names[Number(((tokenOf(key) + 2n ** 63n) * BigInt(names.length)) >> 64n)]!
}

/**
 * A router holds no data: it asks the shard that owns the key, and all of them for a question that names none. As a
 * driver does, it follows each set to its primary. (Sharding: mongos; "Targeted Operations vs. Broadcast Operations")
 */
export function router(node: Node): { readonly [name: string]: Handler } {
  const options = node.options as ShardedOptions
  const targeted = (name: string) => (args: { readonly key: string }) => {
    node.mark('asked one shard')
    return askPrimary(node, options.shards[shardOf(options, args.key)]!, name, args)
  }
  return {
    start: () => (node.memory = { primaries: {} }),
    read: targeted('read'),
    write: targeted('write'),
    delete: targeted('delete'),
    find: (args: Json) => askEverybody(node, options, args),
  }
}

/** A question that names no key: what all shards find together, or the refusal of one. */
function* askEverybody(node: Node, options: ShardedOptions, args: Json): Task<Json> {
  node.mark('asked every shard')
  const found: Json[] = []
  for (const members of Object.values(options.shards)) {
    node.spawn(() => findIn(node, members, args, found))
  }
  yield* node.until(() => found.length === Object.keys(options.shards).length)
  const answers = found as readonly { readonly value?: readonly string[]; readonly error?: Json }[]
  const refusal = answers.find(({ error }) => error !== undefined)
  return refusal ?? { value: answers.flatMap(({ value }) => value!).sort() }
}

function* findIn(node: Node, members: readonly NodeId[], args: Json, found: Json[]): Task<void> {
  found.push(yield* askPrimary(node, members, 'find', args))
}

/** Asks the member that was primary last, then the one it names, then the others in turn, until one can answer. */
function* askPrimary(node: Node, members: readonly NodeId[], name: string, args: Json): Task<Json> {
  let to = members.find((id) => node.memory.primaries[id] === true) ?? members[0]!
  const { set } = node.options as ShardedOptions
  const giveUpAt = node.now() + (set.clientSelectionMs ?? 30_000)
  while (node.now() < giveUpAt) {
    const reply = yield* node.call(to, name, args, set.heartbeatTimeoutMs ?? 10_000)
    const redirect: NodeId | null | undefined = reply.ok ? reply.value.redirect : null
    if (redirect === undefined && reply.ok) {
      const others = members.map((id) => [id, id === to])
      node.memory = { primaries: { ...node.memory.primaries, ...Object.fromEntries(others) } }
      return reply.value as Json
    }
    if (redirect === null && reply.ok) yield* node.sleep(set.clientPauseMs ?? 500)
    to = redirect ?? members[(members.indexOf(to) + 1) % members.length]!
  }
  return { error: 'timeout' }
}
