import { present, type StateLine } from '../face/face.ts'
import { setFace } from '../replica-set/face.ts'
import { shardedOptions } from './options.ts'
import './sharded.ts'

present('sharded', {
  ...setFace,
  title: 'sharded cluster, after MongoDB',
  marks: {
    ...setFace.marks,
    'asked one shard': 'the shard that owns the key is asked',
    'asked every shard': 'every shard is asked',
  },
  stateLines(plan) {
    const { shards, router } = shardedOptions(plan.options)
    const member = setFace.stateLines!(plan)
    const shardOf = new Map(Object.entries(shards).flatMap(([shard, ids]) => ids.map((id) => [id, shard])))
    return (node, state, at) =>
      node === router
        ? routerLines(state.memory)
        : [
            { id: 'shard', label: 'shard', value: shardOf.get(node) ?? '', kind: 'plain' },
            ...member(node, state, at),
          ]
  },
  help: {
    ...setFace.help,
    operations: {
      write: 'Write: a client asks the router, which asks the primary of the shard that owns the key.',
      read: 'Read: a client asks the router, which asks the shard that owns the key.',
      delete: 'Delete: a client asks the router, which asks the shard that owns the key.',
      find: 'Find: a question that names no key, so the router asks every shard.',
    },
  },
  setUp: {
    leastNodes: 3,
    mostNodes: 12,
    choices: [],
    // The last node is the router; the others are halved into two shards.
    options({ nodes, write, read }) {
      const members = nodes.slice(0, -1)
      const half = Math.ceil(members.length / 2)
      return {
        shards: { one: members.slice(0, half), two: members.slice(half) },
        router: nodes.at(-1)!,
        set: { write, read },
      }
    },
  },
})

/** A router holds no data: it remembers who answered as a primary. */
function routerLines(memory: unknown): readonly StateLine[] {
  if (memory === undefined) return []
  const { primaries } = memory as { readonly primaries: { readonly [member: string]: boolean } }
  const known = Object.keys(primaries).filter((id) => primaries[id])
  const value =
    known.length === 0
      ? 'no primary yet'
      : `${known.join(', ')} for ${known.length === 1 ? 'a primary' : 'primaries'}`
  return [
    { id: 'role', label: 'router', value: 'holds no data', kind: 'role' },
    { id: 'primaries', label: 'takes', value, kind: 'opinion' },
  ]
}
