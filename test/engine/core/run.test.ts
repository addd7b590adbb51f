import { describe, expect, it } from 'vitest'
import type { Program } from '#engine/core/types.ts'
import { lines, runOf } from './system.ts'

/** Answers 'pong' to ping; A asks B once. */
const ping: Program = (node) => ({
  *start() {
    if (node.id !== 'A') return
    const reply = yield* node.call('B', 'ping', { n: 1 }, 100)
    node.memory = reply
    node.note(reply.ok ? `got ${reply.value}` : reply.reason)
  },
  ping: () => 'pong',
})

const quiet: Program = () => ({})

describe('run(scenario)', () => {
  it('carries a call there and its answer back, each event naming its cause', () => {
    const run = runOf(ping)
    expect(run.ended).toBe('quiet')
    expect(lines(run)).toEqual([
      '0 A boot',
      '0 A send A>B ping#1',
      '0 B boot',
      '0 C boot',
      '10 B receive A>B ping#1',
      '10 B send B>A ping reply#1',
      '20 A receive B>A ping reply#1',
      '20 A note got pong',
    ])
    expect(run.trace.map(({ cause }) => cause)).toEqual([-1, 0, -1, -1, 1, 4, 5, 6])
    expect(run.counters).toMatchObject({ messages: 2, events: 2 })
  })

  it('gives the state of every node at every event', () => {
    const run = runOf(ping)
    expect(run.stateAt(5).get('A')!.memory).toBeUndefined()
    expect(run.stateAt(6).get('A')!.memory).toEqual({ ok: true, from: 'B', value: 'pong' })
    expect(run.stateAt(1).get('C')!.up).toBe(false)
    expect(run.stateAt(3).get('C')!.up).toBe(true)
  })

  it('ends a call without an answer with a timeout, as a value', () => {
    const run = runOf(ping, { faults: [{ id: 'cut', at: 0, do: 'cut', from: ['A'], to: ['B'] }] })
    expect(lines(run).slice(-3)).toEqual(['10 B lost A>B ping#1 cut', '100 A timer', '100 A note timeout'])
  })

  it('does faults first in a millisecond, then operations, deliveries, timers', () => {
    const program: Program = (node) => ({
      *start() {
        if (node.id === 'A') {
          node.send('B', 'tell', 1)
          yield* node.sleep(10)
        }
      },
      tell: () => undefined,
      ask: () => undefined,
    })
    const run = runOf(program, {
      ops: [{ id: 'ask', at: 10, client: 'client', coordinator: 'A', do: 'ask', args: null }],
      faults: [{ id: 'stop', at: 10, do: 'pause', node: 'C' }],
    })
    const at10 = run.trace.filter(({ at }) => at === 10).map(({ type }) => type)
    expect(at10).toEqual(['fault', 'pause', 'call', 'send', 'receive', 'timer'])
  })

  it('gives the same hash for the same plan at every record level, and another for another seed', () => {
    const gossip: Program = (node) => ({
      *start() {
        for (let count = 0; count < 5; count++) {
          yield* node.sleep(100)
          node.send(node.pick(node.others), 'tell', node.random())
        }
      },
      tell(value: number) {
        node.memory = value
      },
    })
    const hash = (seed: number, record: 'none' | 'trace' | 'states') =>
      runOf(gossip, { seed }, { record }).hash()
    expect(hash(1, 'none')).toMatch(/^[0-9a-f]{16}$/)
    expect(hash(1, 'none')).toBe(hash(1, 'states'))
    expect(hash(1, 'trace')).toBe(hash(1, 'states'))
    expect(hash(2, 'trace')).not.toBe(hash(1, 'trace'))
  })

  it('stops at the budget', () => {
    const busy: Program = (node) => ({
      *start() {
        for (;;) yield* node.sleep(1)
      },
    })
    const run = runOf(busy, {}, { budget: 50 })
    expect(run.ended).toBe('budget')
    expect(runOf(busy).ended).toBe('until')
    expect(runOf(quiet).ended).toBe('quiet')
  })

  it('waits for as many answers as a quorum needs, and says who was silent', () => {
    const quorum: Program = (node) => ({
      *start() {
        if (node.id === 'A') node.memory = yield* node.quorum(['B', 'C'], 2, 'ping', null, 50)
      },
      ping: () => node.id,
    })
    expect(runOf(quorum).final.get('A')!.memory).toHaveLength(2)
    const cut = runOf(quorum, { faults: [{ id: 'cut', at: 0, do: 'cut', from: ['A'], to: ['C'] }] })
    expect(cut.final.get('A')!.memory).toEqual([
      { ok: true, from: 'B', value: 'B' },
      { ok: false, from: 'C', reason: 'timeout' },
    ])
  })
})
