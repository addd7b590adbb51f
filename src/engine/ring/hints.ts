import { sizeOf } from '../core/size.ts'
import type { Ms, NodeId, Task } from '../core/types.ts'
import { digestText, type Partition } from './partition.ts'
import { isAlive, type Hint, type RingNode } from './state.ts'

/** How long hints for a node that is up, but was too slow, wait before they are sent. (hints_flush_period.) */
const retryMs = 10_000

/**
 * Keeps a hint for the node, unless hints are off, or the node has been down for longer than the window, or the oldest
 * hint kept for it is older than that, so that a node that keeps going down doesn't collect hints forever. Returns
 * whether it kept one. (StorageProxy.shouldHint, hint_window_persistent_enabled; the page on hints.)
 */
export function storeHint(node: RingNode, to: NodeId, update: Partition): boolean {
  const { hints, hintWindowMs } = node.options
  if (!hints || to === node.id) return false
  const opinion = node.memory.opinions[to]
  const oldest = oldestHint(node, to)?.at ?? Infinity
  if (
    (opinion?.up === false && node.now() - opinion.since > hintWindowMs) ||
    node.now() - oldest > hintWindowMs
  ) {
    node.mark('hint window over')
    return false
  }
  const hint: Hint = { to, update, at: node.now() }
  keep(node, hint)
  node.mark('hint stored')
  if (isAlive(node, to)) deliverHints(node, to, retryMs)
  return true
}

/** A hint's name says where it goes and what it is; names sort in the order in which hints were made. */
export function keep(node: RingNode, hint: Hint): void {
  const place = `${hint.to} ${String(hint.at).padStart(13, '0')} ${digestText(hint.update)}`
  node.disk = { ...node.disk, hints: node.disk.hints.set(place, hint) }
}

/** Sends the hints kept for the node, oldest first and throttled; stops at the first one that isn't answered. */
export function deliverHints(node: RingNode, to: NodeId, afterMs: Ms): void {
  if (node.memory.delivering.includes(to) || oldestHint(node, to) === undefined) return
  node.memory = { ...node.memory, delivering: [...node.memory.delivering, to] }
  node.spawn(() => deliver(node, to, afterMs))
}

function* deliver(node: RingNode, to: NodeId, afterMs: Ms): Task<void> {
  yield* node.sleep(afterMs)
  const kept = [...node.disk.hints].filter(([, hint]) => hint.to === to)
  let tried = 0
  let gone = 0
  for (const [place, hint] of kept) {
    if (!isAlive(node, to)) break
    tried++
    if (isExpired(node, hint)) {
      gone++
      node.mark('hint expired')
      node.disk = { ...node.disk, hints: node.disk.hints.delete(place) }
      continue
    }
    const reply = yield* node.call(to, 'mutate', hint.update, node.options.writeTimeoutMs)
    if (!reply.ok) break
    gone++
    node.mark('hint delivered')
    node.disk = { ...node.disk, hints: node.disk.hints.delete(place) }
    yield* node.sleep(Math.ceil(sizeOf(hint.update) / node.options.hintBytesPerMs))
  }
  if (tried > 0) node.note('handoff', { to, at: kept[0]![1].at, isWhole: gone === kept.length })
  node.memory = { ...node.memory, delivering: node.memory.delivering.filter((id) => id !== to) }
  if (isAlive(node, to)) deliverHints(node, to, retryMs)
}

/** A hint older than gc grace is dropped, because it could bring back what was deleted since. (Hint.isLive.) */
function isExpired(node: RingNode, { at }: Hint): boolean {
  return at + 1000 * node.options.gcGraceSeconds <= node.now()
}

function oldestHint(node: RingNode, to: NodeId): Hint | undefined {
  for (const [, hint] of node.disk.hints.range(`${to} `, `${to}!`)) if (hint.to === to) return hint
  return undefined
}
