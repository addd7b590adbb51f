import type { Check, Run, Scenario, System } from '#engine/core/types.ts'
import type { Engine } from './engine.ts'

/** Weather that a search goes through, and what must hold in all of it. */
interface Forecast {
  readonly weather: (engine: Engine) => (seed: number) => Scenario<System>
  readonly check: (engine: Engine) => Check
}

/** Quorums on both sides, clocks in step: a read gives the last acknowledged write or a later one. */
export const freshQuorums: Forecast = {
  weather: ({ ring, weather }) =>
    weather(ring({ read: 'QUORUM', write: 'QUORUM', hints: false }), {
      operations: 16,
      keys: ['x'],
      deletes: 0.15,
      kinds: ['crash', 'pause', 'cut'],
      lastReads: 'QUORUM',
    }),
  check: ({ freshReads }) => freshReads,
}

/** One client reads by quorums, others write: what it has seen it sees again, or something newer. */
export const monotonicQuorums: Forecast = {
  weather: ({ ring, weather }) =>
    weather(ring({ read: 'QUORUM', write: 'QUORUM', hints: false, writeTimeoutMs: 500 }), {
      operations: 30,
      keys: ['x'],
      clients: 2,
      reads: 0.7,
      faults: 6,
      kinds: ['cut'],
    }),
  check: ({ monotonicReads }) => monotonicReads,
}

/** Links are cut and mended and nobody crashes: hints bring every write to every replica. */
export const hintedAfterCuts: Forecast = {
  weather: ({ ring, weather }) =>
    weather(ring({ write: 'ONE', readRepair: 'NONE' }), { reads: 0, kinds: ['cut'], restMs: 20_000 }),
  check: ({ converged }) => converged,
}

/** All is healed at a moment; a second and a half later every replica answers again. */
export const answeredAfterHealing: Forecast = {
  weather: ({ ring, weather }) =>
    weather(ring({ write: 'ONE' }), {
      operations: 4,
      keys: ['x'],
      kinds: ['crash', 'pause', 'cut'],
      restMs: 1_500,
      lastReads: 'ALL',
    }),
  check: ({ checkOf }) => checkOf('answered after healing', 'none', answeredAtLast),
}

function answeredAtLast({ history }: Run) {
  const last = history.find(({ id }) => id === 'last read 1')
  if (last === undefined)
    return { result: 'vacuous', why: 'The last read is not in the plan.', at: [] } as const
  const isAnswered = typeof last.output === 'object' && last.output !== null && 'value' in last.output
  return isAnswered
    ? ({ result: 'holds', why: 'The last read was answered.', at: [] } as const)
    : ({
        result: 'broken',
        why: `The last read was answered ${JSON.stringify(last.output)}.`,
        at: [],
      } as const)
}

/** Whatever plan it is: with more of anything than a browser is to bear, it's refused. */
export const refusedBeyondLimits: Forecast = {
  weather: ({ ring, weather }) => weather(ring(), { operations: 3 }),
  check: ({ checkOf, limits, problemsOf }) =>
    checkOf('refused beyond the limits', 'none', ({ plan }) => {
      const [op] = plan.ops
      const many = Array.from({ length: limits.entries + 1 }, (_, index) => ({ ...op, id: `op ${index}` }))
      const node = (_: unknown, index: number) => ({ id: `N${index}` })
      const tooMuch = {
        time: { ...plan, until: limits.untilMs + 1 },
        nodes: { ...plan, nodes: [...plan.nodes, ...Array.from({ length: limits.nodes }, node)] },
        entries: op === undefined ? null : { ...plan, ops: many },
      }
      const [taken] = Object.entries(tooMuch).filter(([, beyond]) => problemsOf(beyond).length === 0)
      return taken === undefined
        ? { result: 'holds', why: 'Too much of anything was refused.', at: [] }
        : { result: 'broken', why: `Too much was taken: ${taken[0]}.`, at: [] }
    }),
}

/** A plan that was built word by word lasts long enough for its last word to be answered. */
export const lastWordAnswered: Forecast = {
  weather:
    ({ plan, ring }) =>
    (seed) => {
      const { system, plan: built } = plan(ring(), { seed })
        .at(9_000 + seed)
        .write('x', 'v')
        .at(12_000 + seed)
        .read('x')
      return { system, plan: built }
    },
  check: ({ checkOf }) =>
    checkOf('the last word is answered', 'none', ({ plan, history }) => {
      const open = plan.ops.filter(
        ({ id }) => !history.some((done) => done.id === id && done.return !== null),
      )
      return open.length === 0
        ? { result: 'holds', why: 'All were answered.', at: [] }
        : { result: 'broken', why: `${open[0]!.id} was not answered.`, at: [] }
    }),
}

/** More votes or members than a set may have are refused, whatever the weather. */
export const setsBeyondLimits: Forecast = {
  weather: ({ replicaSet, weather }) => weather(replicaSet(), { operations: 1, faults: 0 }),
  check: ({ checkOf, replicaSet }) =>
    checkOf('refused beyond the limits of a set', 'none', () => {
      const members = (count: number) => Array.from({ length: count }, (_, index) => `N${index}`)
      const votes = Object.fromEntries(
        members(51)
          .slice(7)
          .map((id) => [id, { votes: 0 as const }]),
      )
      const tooMany = { votes: { nodes: members(8) }, members: { nodes: members(51), members: votes } }
      const [taken] = Object.entries(tooMany).filter(([, settings]) => !refuses(() => replicaSet(settings)))
      return taken === undefined
        ? { result: 'holds', why: 'Too many were refused.', at: [] }
        : { result: 'broken', why: `Too many ${taken[0]} were taken.`, at: [] }
    }),
}

function refuses(make: () => unknown): boolean {
  try {
    make()
    return false
  } catch {
    return true
  }
}

/** A program that never rests ends by its budget of steps, long before the plan does. */
export const endlessRuns: Forecast = {
  weather:
    ({ cell, plan }) =>
    (seed) => {
      const restless = cell((node) => ({ *start() { for (;;) yield* node.sleep(1) } }), { nodes: ['A'] }) // prettier-ignore
      const { system, plan: built } = plan(restless, { seed, until: 1_500_000 })
        .at(1)
        .crash('A')
        .at(2)
        .restart('A')
      return { system, plan: built }
    },
  check: ({ checkOf }) =>
    checkOf('a run has a budget', 'none', ({ ended, counters: { events } }) => ({
      result: ended === 'budget' && events === 1_000_001 ? 'holds' : 'broken',
      why: `The run ended by ${ended} after ${events} steps.`,
      at: [],
    })),
}

/** A driver that gave up on A and waits for B isn't sent to C by what A says late. */
export const staleRedirects: Forecast = {
  weather:
    ({ cell, plan, replicaSet }) =>
    (seed) => {
      const slow = cell(
        (node) => ({
          *read() {
            node.mark('asked')
            yield* node.sleep(node.id === 'A' ? 300 : 150)
            return node.id === 'A' ? { error: 'not I', redirect: 'C' } : { value: node.id }
          },
        }),
        { timeoutMs: 200 },
      )
      const { driver } = replicaSet({}).client.seeks!
      const seeks = { driver, needsLeader: () => false, selectionMs: 10_000, pauseMs: 100 }
      const system = { ...slow, client: { ...slow.client, retries: 1, seeks } }
      const { plan: built } = plan(system, { seed, clients: [{ id: 'c', near: 'A' }] })
        .at(10)
        .read('x')
      return { system, plan: built }
    },
  check: ({ checkOf }) =>
    checkOf('an attempt that was given up decides nothing', 'none', ({ marks }) => {
      const asked = marks.get('asked') ?? 0
      const result = asked === 0 ? 'vacuous' : asked > 2 ? 'broken' : 'holds'
      return { result, why: `Nodes were asked ${asked} times, of two attempts.`, at: [] }
    }),
}
