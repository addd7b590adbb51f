import { describe, expect, it } from 'vitest'
import * as engine from '#engine'
import { cell, run, weather, type Program, type System } from '#engine'
import * as stores from '#engine/stores.ts'
import { problemsOf } from '#engine/core/plan/parse.ts'
import { systemNames } from '#engine/core/registry.ts'
import { quick } from '../../storms/replica-set.ts'

/** Each node tells the others of a write, and forgets it itself. */
const program: Program = (node) => ({
  write(args) {
    for (const other of node.others) node.send(other, 'copy', args)
    return { ok: true }
  },
  copy: () => undefined,
  read: () => ({ value: null }),
})

/** Every system that a plan can name, and a program of one's own. */
const systems: { readonly [name: string]: System } = {
  ring: engine.ring({ read: 'QUORUM' }),
  'replica-set': engine.replicaSet(quick),
  sharded: engine.sharded({ shards: { one: ['A', 'B', 'C'], two: ['D'] }, set: quick }),
  'object-store': stores.objectStore(),
  log: stores.log(),
  batch: stores.batch(),
  vectors: stores.vectors({ nodes: ['A', 'B'] }),
  assistant: stores.assistant({ usagePerMessage: 1, pollMs: 500 }),
  cell: cell(program),
}

const kinds = ['crash', 'restart', 'pause', 'resume', 'cut', 'mend', 'clock', 'drop', 'hold', 'duplicate']

describe('weather(system)', () => {
  const forecast = weather(systems['cell']!, { operations: 8, faults: 6 })

  it('makes good plans, the same for the same seed, and heals at the end', () => {
    for (let seed = 0; seed < 50; seed++) {
      const { plan: made } = forecast(seed)
      expect(problemsOf(made)).toEqual([])
      expect(forecast(seed).plan).toEqual(made)
      expect(made.faults.at(-1)!.at).toBe(5_000)
      expect([...run(forecast(seed)).final.values()].every(({ up }) => up)).toBe(true)
    }
    expect(forecast(1).plan).not.toEqual(forecast(2).plan)
  })

  it('has a system of every name that a plan may give', () => {
    expect(Object.keys(systems)).toEqual(expect.arrayContaining([...systemNames()]))
  })

  // Twelve nodes have 132 links, of which a fault would seldom name the right one: the assistant's parts are struck instead.
  it.each(Object.entries(systems).filter(([name]) => name !== 'assistant'))(
    'strikes %s with faults of every kind, and each of its messages',
    (_name, system) => {
      const stormy = weather(system, { faults: 12, restMs: 1_000 })
      const missed = new Set([...kinds, ...(system.messages ?? ['copy'])])
      for (let seed = 0; seed < 400 && missed.size > 0; seed++) {
        const made = run(stormy(seed), { record: 'trace' })
        expect(made.error).toBeUndefined()
        const struck = new Set(made.trace.flatMap((event) => (event.type === 'fault' && event.applied ? [event.fault] : []))) // prettier-ignore
        for (const fault of made.plan.faults) {
          if (!fault.id.startsWith('fault ') || !struck.has(fault.id)) continue
          missed.delete(fault.do)
          if ('message' in fault) missed.delete(fault.message.replace(/^\S+ |#\d+$/g, ''))
        }
      }
      expect([...missed]).toEqual([])
    },
  )

  it('strikes no message where a system says that none may be struck', () => {
    const silent = weather({ ...systems['ring']!, messages: [] }, { faults: 8 })
    for (let seed = 0; seed < 20; seed++) {
      expect(silent(seed).plan.faults.filter((fault) => 'message' in fault)).toEqual([])
    }
  })
})
