import { run } from '#engine/core/run.ts'
import { scenarioOf } from '#engine/core/registry.ts'
import type { Json } from '#engine/core/types.ts'
import '#engine/ring/ring.ts'
import { answersOf, stepsOf, type History, type Phase, type Step } from './history.ts'

/** A plan takes 5,000 operations: the keys, which know nothing of each other, are played in parts of about so many. */
const partOperations = 2_000

function partsOf(history: History): number {
  return Math.max(4, Math.ceil(stepsOf(history).length / partOperations))
}

/** Changes options of the ring: with a wrong one the answers must differ, or the comparison is blind. */
export type Wrong = { readonly [option: string]: Json }

/** What the engine answers to each step of a history. */
export function play(history: History, wrong: Wrong = {}): ReadonlyMap<string, Json | undefined> {
  const ours = new Map<string, Json | undefined>()
  const parts = partsOf(history)
  for (let part = 0; part < parts; part++) {
    const isOf = ({ key }: Step) => Number(key.slice(1)) % parts === part
    const played = run(scenarioOf(planOf(history, isOf, wrong)), { record: 'trace' })
    if (played.error !== undefined) throw played.error
    for (const event of played.trace) if (event.type === 'return') ours.set(event.op, event.value)
  }
  return ours
}

/** One answer that isn't as it was. */
export interface Different {
  readonly step: Step
  readonly real: string
  readonly ours: string
}

/** How a history compares: answers by kind and level, and those that differ. */
export interface Verdict {
  readonly all: number
  readonly byKind: ReadonlyMap<string, { readonly agree: number; readonly all: number }>
  readonly different: readonly Different[]
}

/** Plays a history on the engine, and compares each answer with the one that a real Cassandra gave. */
export function judge(history: History, wrong: Wrong = {}): Verdict {
  const ours = play(history, wrong)
  const byKind = new Map<string, { agree: number; all: number }>()
  const different: Different[] = []
  for (const step of stepsOf(history)) {
    const [real, own] = answersOf(history.answers[step.id]!, ours.get(step.id))
    const kind = `${step.do} ${step.level}`
    const count = byKind.get(kind) ?? { agree: 0, all: 0 }
    byKind.set(kind, count)
    count.all++
    if (real === own) count.agree++
    else different.push({ step, real, ours: own })
  }
  return { all: [...byKind.values()].reduce((sum, { all }) => sum + all, 0), byKind, different }
}

/** The story of some of the keys as a plan. */
function planOf(history: History, isOf: (step: Step) => boolean, wrong: Wrong): Json {
  const ops: Json[] = []
  const faults: Json[] = []
  let now = 1_000
  let number = 0
  const ask = (via: string, what: string) =>
    ops.push({ id: `_${number++}`, at: now, client: 'client', coordinator: via, do: what, args: {} })
  for (const phase of history.phases) now = playPhase(phase)
  return {
    v: 1,
    system: 'ring',
    seed: 1,
    until: now + 8_000,
    nodes: Object.keys(history.tokens)
      .sort()
      .map((id) => (id === 'D' ? { id, absent: true } : { id })),
    clients: [{ id: 'client' }],
    net: { latency: [1, 1] },
    options: {
      replicas: history.replicas ?? 3,
      hints: history.hints,
      // The recorded cluster flushed its hints every second.
      hintFlushMs: 1_000,
      tokens: history.tokens,
      speculativeRetryMs: 0,
      readRepair: history.readRepair ?? 'BLOCKING',
      ...(history.kind === 'gc' ? { gcGraceSeconds: 20, compaction: 'manual' } : {}),
      ...wrong,
    },
    ops,
    faults,
  }

  /** Says what happens in a phase, and answers when it's over. */
  function playPhase(phase: Phase): number {
    switch (phase.do) {
      case 'ops':
        for (const round of phase.rounds) {
          for (const step of round.filter(isOf)) ops.push(operationOf(step, now))
          now += 1_000
        }
        return now
      case 'down':
        faults.push({ id: `_${number++}`, at: now + 1_500, do: 'crash', node: phase.node, disk: 'kill' })
        return now + 4_500
      case 'up':
        faults.push({ id: `_${number++}`, at: now, do: 'restart', node: phase.node })
        return now + (history.hints ? 40_000 : 4_000)
      case 'wait':
        return now + phase.s * 1_000
      case 'repair':
      case 'join':
      case 'leave':
        ask(phase.node, phase.do)
        return now + 20_000
      default:
        for (const node of phase.nodes) {
          ask(node, 'flush')
          now += 200
          if (phase.do === 'compact') ask(node, 'compact')
          now += 200
        }
        return now + 1_000
    }
  }
}

const operations = { read: 'read', set: 'write', insert: 'insert', del: 'delete', delcol: 'delete' } as const

function operationOf(step: Step, at: number): Json {
  const { id, key, level, ts, ttl, cols, col, only } = step
  return {
    id,
    at,
    client: 'client',
    coordinator: step.via,
    do: operations[step.do],
    args: {
      key,
      level,
      ...(ts === undefined ? {} : { timestamp: ts }),
      ...(ttl === undefined ? {} : { ttl }),
      ...(cols === undefined ? {} : { columns: cols }),
      ...(col === undefined ? {} : { columns: { [col]: null } }),
      ...(only === undefined ? {} : { columns: [only] }),
    },
  }
}
