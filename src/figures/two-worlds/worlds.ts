import { viewHash, viewOf } from '#engine/checks/view.ts'
import { plan } from '#engine/core/plan/build.ts'
import { run } from '#engine/core/run.ts'
import type { Json, Ms, NodeId, Run, Scenario, System } from '#engine/core/types.ts'
import { cook, door, kitchens, type Plate } from './kitchens.ts'

/** What has become of B. */
export type Fate = 'crashed' | 'slow'

/** When the order comes in, when B falls silent, when the reader decides, when the order changes, and the end. */
export const story = {
  orderMs: 3_000,
  silentMs: 6_000,
  decideMs: 12_000,
  slipMs: 14_000,
  untilMs: 84_000,
} as const

/** How long B may sleep in the slow world: never so short that it is back before the reader has decided. */
export const sleepMs = { least: 10_000, most: 76_000, step: 2_000, usual: 14_000 } as const

/** A plate that table 3 was served. */
export interface Served extends Plate {
  readonly atMs: Ms
}

/** One world with what came of it. */
export interface World {
  readonly fate: Fate
  readonly run: Run
  readonly served: readonly Served[]
  /** When A declared B dead; undefined: it did not. */
  readonly declaredMs: Ms | undefined
}

/** The plan of a world: the two differ in what befalls B, and in nothing else. */
export function scenario(fate: Fate, patienceMs: Ms | null, sleep: Ms): Scenario<System<Json>> {
  const { orderMs, silentMs, slipMs, untilMs } = story
  const silent = plan(kitchens({ patienceMs }), { until: untilMs, net: { latency: [150, 350] } })
    .at(orderMs)
    .ask('order', {}, { via: door, by: 'waiter' })
    .at(slipMs)
    .ask('no nuts', {}, { via: door, by: 'waiter' })
    .at(silentMs)
  return fate === 'crashed' ? silent.crash(cook) : silent.pause(cook).at(wakesMs(sleep)).resume(cook)
}

/** When the slow B wakes. */
export function wakesMs(sleep: Ms): Ms {
  return story.silentMs + sleep
}

const worlds = new Map<string, World>()
const views = new Map<string, Readonly<Record<Fate, string>>>()

/** A world under one rule of A's; run once and kept, since a run is a function of its plan. */
export function worldOf(fate: Fate, patienceMs: Ms | null, sleep: Ms): World {
  const key = fate === 'crashed' ? `crashed ${patienceMs}` : `slow ${patienceMs} ${sleep}`
  const kept = worlds.get(key)
  if (kept !== undefined) return kept
  const of = run(scenario(fate, patienceMs, sleep), { record: 'trace' })
  const notes = of.trace.flatMap((event) => (event.type === 'note' ? [event] : []))
  const world: World = {
    fate,
    run: of,
    served: notes
      .filter(({ text }) => text === 'serves table 3')
      .map(({ at, data }) => ({ atMs: at, ...(data as unknown as Plate) })),
    declaredMs: notes.find(({ text }) => text === `declares ${cook} dead`)?.at,
  }
  worlds.set(key, world)
  return world
}

/** Both worlds seen by one kitchen, as 16 hex digits each, until the slow B wakes. */
export function viewsOf(node: NodeId, patienceMs: Ms | null, sleep: Ms): Readonly<Record<Fate, string>> {
  const view = (fate: Fate) => viewHash(worldOf(fate, patienceMs, sleep).run, node, wakesMs(sleep))
  const key = `${node} ${patienceMs} ${sleep}`
  const kept = views.get(key) ?? { crashed: view('crashed'), slow: view('slow') }
  views.set(key, kept)
  return kept
}

/** How many things A could notice until a moment. */
export function seenCount({ run }: World, untilMs: Ms): number {
  return viewOf(run, door, untilMs).length
}

/** The last event before the reader decided: where the bench opens. */
export function decisionIn({ run }: World): number {
  return Math.max(
    0,
    run.trace.findLastIndex(({ at }) => at <= story.decideMs),
  )
}
