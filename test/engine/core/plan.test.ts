import { describe, expect, it } from 'vitest'
import { cell } from '#engine/core/cell.ts'
import { PlanBuilder, plan } from '#engine/core/plan/build.ts'
import { parsePlan, problemsOf } from '#engine/core/plan/parse.ts'
import { limits } from '#engine/core/plan/plan-shape.ts'
import { PlanError } from '#engine/core/plan/shape.ts'
import { register, scenarioOf } from '#engine/core/registry.ts'
import { run } from '#engine/core/run.ts'
import type { Program } from '#engine/core/types.ts'
import { ring } from '#engine/ring/system.ts'
import { planOf } from './system.ts'

/** A register on one node, so that a workload has something to ask. */
const register1: Program = (node) => ({
  start: () => void (node.disk ??= {}),
  write: ({ key, value }: { key: string; value: string }) => {
    node.disk = { ...node.disk, [key]: value }
    return { ok: true }
  },
  read: ({ key }: { key: string }) => ({ value: node.disk[key] ?? null }),
})
const system = cell(register1)

describe('plan(system)', () => {
  it('grows entry by entry and leaves the shorter plan as it was', () => {
    const start = plan(system, { seed: 7 }).at(500).write('table 3', 'no nuts', { via: 'A' })
    const whole = start.at(600).cut('B', ['A', 'C']).at(700).read('table 3', { via: 'A', by: 'ann' })
    expect(start.plan.ops).toHaveLength(1)
    expect(whole.plan.ops.map(({ id, at, client }) => `${id} ${at} ${client}`)).toEqual([
      'write 1 500 client',
      'read 1 700 ann',
    ])
    expect(whole.plan.faults).toEqual([{ id: 'cut 1', at: 600, do: 'cut', from: ['B'], to: ['A', 'C'] }])
    expect(run(whole).history[1]!.output).toEqual({ value: 'no nuts' })
  })

  it('names the next entry alone when asked to', () => {
    const named = plan(system).named('first').at(5).write('k', 1, { via: 'A' }).read('k', { via: 'A' })
    expect(named.plan.ops.map(({ id, at }) => `${id} ${at}`)).toEqual(['first 5', 'read 1 5'])
    expect(() => named.named('first').crash('A')).toThrow('every id once')
  })

  it('refuses a node that is not there, where it is written', () => {
    expect(() => plan(system).crash('Z')).toThrow(
      'plan.faults[0].node: expected a node: A, B, C; received "Z".',
    )
  })
})

describe('a plan built word by word', () => {
  it('is what its parser makes of it as a whole, however long', () => {
    let long = plan(system)
    for (let index = 0; index < 300; index++) {
      long = long
        .at(index)
        .write(`k${index}`, index, { via: 'A', by: `c${index % 3}` })
        .crash('B')
        .restart('B')
    }
    expect(long.plan.ops).toHaveLength(300)
    expect(parsePlan(long.plan, system)).toEqual(long.plan)
  })

  it.each([
    [
      'a node that is not there',
      () => plan(system).at(1).read('k').read('k', { via: 'Z' }),
      'plan.ops[1].coordinator',
    ],
    ['a client called like a node', () => plan(system).read('k', { by: 'A' }), 'plan.nodes and plan.clients'],
    [
      'a moment before the start',
      () => plan(system).crash('A').at(-1).crash('A'),
      'at: expected a whole number',
    ],
    ['a moment beyond the end of time', () => plan(system).at(limits.untilMs).read('k'), 'plan.until'],
    ['no message', () => plan(system).drop('write'), 'plan.faults[0].message'],
    ['the 5,001st entry', () => endless.crash('A'), 'plan.faults: expected a list of 0 to 5000 entries'],
  ])('refuses %s at the word that says it', (_, word, where) => {
    expect(word).toThrow(where)
  })

  const faults = Array.from({ length: limits.entries }, (_, index) => ({ id: `f${index}`, at: 0, do: 'crash', node: 'A', disk: 'keep' }) as const) // prettier-ignore
  const endless = new PlanBuilder(system, { ...plan(system).plan, faults }, 0, undefined)
})

describe('parsePlan(value)', () => {
  it('gives back a good plan, from JSON too', () => {
    const good = plan(system).at(3).write('k', 1).crash('A', 'wipe').hold('A>B write#1', 20).plan
    expect(parsePlan(JSON.parse(JSON.stringify(good)))).toEqual(good)
  })

  const fault = { id: 'f', at: 0 }
  it.each([
    ['not a plan', 5, /plan: expected an object with v, system/],
    ['a field that nobody knows', { ...planOf(), weather: 1 }, /plan\.weather: expected one of the fields/],
    ['a seed below zero', { ...planOf(), seed: -1 }, /plan\.seed: expected a whole number from 0/],
    ['half a millisecond', { ...planOf(), until: 0.5 }, /plan\.until/],
    [
      'an unknown fault',
      { ...planOf(), faults: [{ ...fault, do: 'melt' }] },
      /faults\[0\]\.do: expected one of crash/,
    ],
    [
      'a bad address',
      { ...planOf(), faults: [{ ...fault, do: 'drop', message: 'A-B' }] },
      /a message such as 'A>B/,
    ],
    ['a name used twice', { ...planOf(), nodes: [{ id: 'A' }, { id: 'A' }] }, /every id once; received "A"/],
    ['a client that is not there', { ...planOf(), ops: [{ id: 'o', at: 0, client: 'x', do: 'read', args: null }] }, /ops\[0\]\.client: expected a client: client/], // prettier-ignore
    ['too many nodes', { ...planOf(), nodes: Array.from({ length: limits.nodes + 1 }, (_, n) => ({ id: `${n}` })) }, /a list of 1 to 200/], // prettier-ignore
    ['a latency backwards', { ...planOf(), net: { latency: [9, 3] } }, /the least time before the greatest/],
  ])('says where, what was expected and what was found: %s', (_, value, text) => {
    expect(() => parsePlan(value)).toThrow(text)
    expect(problemsOf(value).length).toBeGreaterThan(0)
  })

  it('finds the system that a plan names, and says which there are', () => {
    register('one-register', () => system)
    expect(scenarioOf({ ...planOf(), system: 'one-register' }).system).toBe(system)
    expect(() => scenarioOf({ ...planOf(), system: 'oracle' })).toThrow(PlanError)
  })

  it('tells a level in small letters, and nodes that are no list, where they are written', () => {
    const typed = (level: string) => () =>
      plan(ring())
        .at(0)
        .write('x', 1, { level: level as never })
    expect(typed('quorum')).toThrow(
      /plan.ops\[0\].args.level: expected one of .*"QUORUM".*; received "quorum"/,
    )
    expect(typed('constructor')).toThrow(/received "constructor"/)
    expect(() => scenarioOf({ ...typed('QUORUM')().plan, ops: [{ id: 'r', at: 0, client: 'client', do: 'read', args: { key: 'x', level: 'one' } }] })).toThrow(/received "one"/) // prettier-ignore
    expect(() => ring({ nodes: 5 as never })).toThrow(
      /ring.nodes: expected a list of 1 to 200 entries; received 5/,
    )
    expect(() => ring({ phi: NaN })).toThrow(/received NaN/)
  })
})
