import type { Ms, NodeId, Task } from '../core/types.ts'
import { consider, learnMembers, provideWatching } from './membership.ts'
import type { Members } from './placement.ts'
import { isAlive, type Heartbeat, type RingNode } from './state.ts'
import { provideUpkeep } from './system.ts'

/** What a gossip message carries: each node's generation and beats, and which nodes are members. */
interface Gossip {
  readonly beats: { readonly [id: NodeId]: readonly [generation: Ms, beats: number] }
  readonly members: Members
}

const sampleSize = 1000
/** A node that was itself paused for longer than this suspects no other for as long. (FailureDetector, MAX_LOCAL_PAUSE.) */
const localPauseMs = 5_000
const perLn10 = 0.4342944819032518

/**
 * Each second the node's heart beats once more, and the node tells everything it knows to a random live node, and
 * perhaps to one that's considered down as well. The other answers with what it knows. (Gossiper; three messages are
 * folded into two here.)
 */
function startGossip(node: RingNode): void {
  const { gossipMs } = node.options
  const generation = node.now()
  node.memory = {
    ...node.memory,
    heartbeats: { [node.id]: { generation, beats: 0, heardAt: generation, meanMs: gossipMs, samples: 0 } },
  }
  node.spawn(() => gossipRounds(node))
}

function* gossipRounds(node: RingNode): Task<void> {
  const { gossipMs } = node.options
  let lastRound = node.now()
  let lastPause = -Infinity
  for (;;) {
    yield* node.sleep(gossipMs)
    const now = node.now()
    if (now - lastRound > gossipMs + localPauseMs) lastPause = now
    lastRound = now
    const own = node.memory.heartbeats[node.id]!
    node.memory = {
      ...node.memory,
      heartbeats: { ...node.memory.heartbeats, [node.id]: { ...own, beats: own.beats + 1 } },
    }
    const known = Object.keys(node.disk.members).filter((id) => id !== node.id)
    const live = known.filter((id) => isAlive(node, id))
    const down = known.filter((id) => !isAlive(node, id))
    if (live.length > 0) node.send(node.pick(live), 'gossip', gossipOf(node))
    if (down.length > 0 && node.random() < down.length / (live.length + 1))
      node.send(node.pick(down), 'gossip', gossipOf(node))
    if (now - lastPause >= localPauseMs) suspect(node)
  }
}

function gossipOf(node: RingNode): Gossip {
  const beats = Object.entries(node.memory.heartbeats).map(([id, { generation, beats: count }]) => [
    id,
    [generation, count],
  ])
  return { beats: Object.fromEntries(beats) as Gossip['beats'], members: node.disk.members }
}

/** Another node says what it knows. If that node began, it's told in return. */
function hearGossip(node: RingNode, gossip: Gossip, from: NodeId, isAnswer: boolean): void {
  learnMembers(node, gossip.members)
  for (const [id, [generation, beats]] of Object.entries(gossip.beats)) {
    if (id === node.id) continue
    const known = node.memory.heartbeats[id]
    if (
      known !== undefined &&
      (generation < known.generation || (generation === known.generation && beats <= known.beats))
    )
      continue
    node.memory = {
      ...node.memory,
      heartbeats: {
        ...node.memory.heartbeats,
        [id]: heard(node, relearned(node, id, generation), generation, beats),
      },
    }
    if (!isAlive(node, id)) askEcho(node, id)
  }
  if (!isAnswer) node.send(from, 'gossip answer', gossipOf(node))
}

/**
 * There's news of a node that counted as down, perhaps through others. Only an answer of its own makes it up again.
 * (Gossiper.markAlive, ECHO_REQ.)
 */
function askEcho(node: RingNode, id: NodeId): void {
  if (node.memory.echoing.includes(id)) return
  node.memory = { ...node.memory, echoing: [...node.memory.echoing, id] }
  node.spawn(() => echo(node, id))
}

function* echo(node: RingNode, id: NodeId): Task<void> {
  const reply = yield* node.call(id, 'echo', null, node.options.gossipMs)
  node.memory = { ...node.memory, echoing: node.memory.echoing.filter((one) => one !== id) }
  if (reply.ok) consider(node, id, true)
}

/** What's known of a node's gaps, which is nothing once it counted as down and has booted again. (Gossiper.) */
function relearned(node: RingNode, id: NodeId, generation: Ms): Heartbeat | undefined {
  const known = node.memory.heartbeats[id]
  return known !== undefined && generation > known.generation && !isAlive(node, id) ? undefined : known
}

function heard(node: RingNode, known: Heartbeat | undefined, generation: Ms, beats: number): Heartbeat {
  const heardAt = node.now()
  // As in Cassandra, the first gap counts as twice the interval, so that no node is suspected at once.
  if (known === undefined)
    return { generation, beats, heardAt, meanMs: 2 * node.options.gossipMs, samples: 1 }
  // A longer gap says nothing about how often news comes: if it counted, every crash would raise the timeout.
  // (ArrivalWindow.)
  if (heardAt - known.heardAt > 2 * node.options.gossipMs) return { ...known, generation, beats, heardAt }
  const samples = Math.min(sampleSize, known.samples + 1)
  const meanMs = known.meanMs + (heardAt - known.heardAt - known.meanMs) / samples
  return { generation, beats, heardAt, meanMs, samples }
}

/**
 * Phi accrual suspicion as Cassandra has it: phi = time since the last news / mean gap x 1 / ln 10. At the threshold of
 * 8 a node counts as down after 18.4 mean gaps. (FailureDetector.)
 */
export function phi({ heardAt, meanMs }: Heartbeat, now: Ms): number {
  return ((now - heardAt) / meanMs) * perLn10
}

function suspect(node: RingNode): void {
  for (const [id, heartbeat] of Object.entries(node.memory.heartbeats)) {
    if (id !== node.id && isAlive(node, id) && phi(heartbeat, node.now()) > node.options.phi) {
      node.mark('convicted')
      consider(node, id, false)
    }
  }
}

provideUpkeep((node) => ({
  gossip: (gossip, from) => hearGossip(node, gossip, from, false),
  'gossip answer': (gossip, from) => hearGossip(node, gossip, from, true),
}))

provideWatching({
  begin: startGossip,
  suspicion(node, id) {
    const heartbeat = node.memory.heartbeats[id]
    return heartbeat && phi(heartbeat, node.now()) / node.options.phi
  },
})
