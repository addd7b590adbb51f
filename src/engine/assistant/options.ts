import { fields, listOf, oneOf, orElse, read, text, whole } from '../core/plan/shape.ts'
import type { Json, Ms, NodeId, PlanNode } from '../core/types.ts'
import type { FilterWhen } from '../vectors/options.ts'
import { evening, type Said } from './evening.ts'

/** How the assistant's system is set up, every default filled in. */
export interface AssistantOptions {
  /** The member of the replica set that the assistant reads chats from; 'primary' follows it. */
  readonly readFrom: 'primary' | NodeId
  /** What the embedding job needs for one message. */
  readonly embedMs: Ms
  /** How often the jobs look into the log. */
  readonly pollMs: Ms
  /** How often the batch job writes a shard of training data. */
  readonly batchMs: Ms
  /** How many passages the assistant asks for. */
  readonly k: number
  /** Of how many lists the index reads how many; and how many candidates a filter after the search looks at. */
  readonly lists: number
  readonly probes: number
  readonly ef: number
  readonly filter: FilterWhen
  /** Events that the API records for each chat message. */
  readonly usagePerMessage: number
  /** Which store a box uses. The first of each is the right one. */
  readonly chat: 'set' | 'objects'
  readonly usage: 'ring' | 'set'
  readonly training: 'objects' | 'set'
  readonly search: 'index' | 'scan'
  /** How big a shard of training data is. */
  readonly shardBytes: number
  /** What was said before the plan begins; the index has it already. */
  readonly earlier: readonly Said[]
}

/** What a program may leave out; the nodes are always the same, and may be described. */
export type AssistantSettings = Partial<AssistantOptions> & {
  readonly nodes?: readonly (NodeId | PlanNode)[]
}

const ms = whole(1, 3_600_000)
const shape = fields<AssistantOptions>({
  readFrom: orElse(text(60), 'primary'),
  embedMs: orElse(whole(0, 3_600_000), 200),
  pollMs: orElse(ms, 100),
  batchMs: orElse(ms, 5_000),
  k: orElse(whole(1, 50), 3),
  lists: orElse(whole(1, 100), 8),
  probes: orElse(whole(1, 100), 8),
  ef: orElse(whole(1, 1000), 20),
  filter: orElse(oneOf('before', 'during', 'after'), 'during'),
  usagePerMessage: orElse(whole(0, 1000), 50),
  chat: orElse(oneOf('set', 'objects'), 'set'),
  usage: orElse(oneOf('ring', 'set'), 'ring'),
  training: orElse(oneOf('objects', 'set'), 'objects'),
  search: orElse(oneOf('index', 'scan'), 'index'),
  shardBytes: orElse(whole(0, 100_000_000), 1_000_000),
  earlier: orElse(listOf(fields<Said>({ table: whole(1, 100), text: text(200) }), 0, 500), evening),
})

/** @throws PlanError that lists everything that's wrong: where, what was expected, what was received */
export function assistantOptions(settings: AssistantSettings | Json): AssistantOptions {
  return read(shape, settings ?? {}, 'assistant')
}
