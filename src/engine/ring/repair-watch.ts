import type { NodeId, Task } from '../core/types.ts'
import { isConvicted } from './conviction.ts'
import { isAlive, type RingNode } from './state.ts'

/** A question of a repair to one node; `peer` is another one that the answer hangs on. */
export interface Question {
  readonly to: NodeId
  readonly peer?: NodeId
  readonly message: string
  readonly args: unknown
}

/**
 * Asks all the nodes, and waits until all have answered, however long that takes. The repair fails if a node that
 * hasn't answered yet is declared dead, at twice the suspicion that makes a node count as down, or has restarted in the
 * meantime. (RepairSession.convict, onRestart.)
 */
export function* awaitAll<T>(
  node: RingNode,
  repair: string,
  questions: readonly Question[],
): Task<{ readonly answers: readonly (T | undefined)[]; readonly dead: string | undefined }> {
  const answers: (T | undefined)[] = questions.map(() => undefined)
  const isOpen = questions.map(() => true)
  questions.forEach((question, index) =>
    node.spawn(() =>
      ask<T>(node, question, (answer) => {
        answers[index] = answer
        isOpen[index] = false
      }),
    ),
  )
  const waitedFor = () => [
    ...new Set(questions.flatMap(({ to, peer }, index) => (isOpen[index] === true ? [to, peer ?? to] : []))),
  ]
  for (;;) {
    yield* node.until(() => waitedFor().every((id) => isAlive(node, id)) === false || !isOpen.includes(true))
    if (!isOpen.includes(true)) return { answers, dead: undefined }
    const silent = waitedFor().find((id) => !isAlive(node, id))!
    const dead = yield* convicted(node, repair, silent, () => !isOpen.includes(true))
    if (dead) return { answers, dead: `Endpoint ${silent} died` }
  }
}

function* ask<T>(node: RingNode, question: Question, take: (answer: T) => void): Task<void> {
  const reply = yield* node.call(question.to, question.message, question.args)
  if (reply.ok) take(reply.value as T)
}

/** Whether a node that counts as down is declared dead, or is back and no longer knows the repair. */
function* convicted(node: RingNode, repair: string, id: NodeId, isOver: () => boolean): Task<boolean> {
  if (yield* isConvicted(node, id, isOver)) return true
  if (isOver()) return false
  const reply = yield* node.call(id, 'takes part', repair, 1_000)
  return !(reply.ok && reply.value === true)
}

/** Whether this node still knows the repair that another one coordinates: not after a restart. */
export function takesPart(node: RingNode, repair: string, coordinator: NodeId): boolean {
  return node.memory.repairs[coordinator]?.name === repair
}
