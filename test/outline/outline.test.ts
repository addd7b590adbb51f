import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { run } from '#engine/core/run.ts'
import { scenarioOf } from '#engine/core/registry.ts'
import type { Run } from '#engine/core/types.ts'
import { endsOf } from '#outline/address.ts'
import { outlineRun } from '#outline/outline.ts'
import { stateOutline } from '#outline/state.ts'
import { weather } from '#engine/core/weather.ts'
import { ring } from '#engine/ring/ring.ts'
import { keptPlans } from '#build/plans.ts'
import { cluster } from '../engine/ring/ring.ts'

const kept = (id: string): Run => run(scenarioOf(keptPlans().get(id)!.plan), { record: 'states' })
/** Every kept plan whose run is short enough to be told whole. */
const plans = [...keptPlans().values()]
const told = plans.filter(({ id, plan }) => !id.includes('over-streaming') && plan.until <= 600_000)
const stormy = weather(ring({ nodes: ['A', 'B', 'C'] }), {})

describe('outlineRun(run)', () => {
  test.each(told)('$id becomes plain JSON, whose steps are in order and say something', ({ id }) => {
    const outline = outlineRun(kept(id))
    expect(JSON.parse(JSON.stringify(outline))).toEqual(outline)
    for (const [place, { index, from, at, text }] of outline.steps.entries()) {
      const before = outline.steps[place - 1]
      expect(from).toBeGreaterThan(before?.index ?? -1)
      expect(index).toBeGreaterThanOrEqual(from)
      expect(at).toBeGreaterThanOrEqual(before?.at ?? 0)
      expect(text).toMatch(/^\S.*[.!?…]$/s)
      expect(text).not.toMatch(/undefined|\[object|NaN/)
    }
  })

  test.each(told)('$id is told in words that a reader knows: none that only the programs use', ({ id }) => {
    // A message's address is a name that the bench and plans use: it stays as it is.
    for (const { text } of outlineRun(kept(id)).steps)
      expect(text.replace(/\S+>\S+ .+#\d+/, '')).not.toMatch(
        /\b(mutate|read replica|digest|convicted|seen (up|down)|partition streamed)\b/,
      )
  })

  test('every message of any weather is told once, and what a node tells itself is none', () => {
    fc.assert(
      fc.property(fc.nat(10_000), (seed) => {
        const done = run(stormy(seed), { record: 'states' })
        const outline = outlineRun(done)
        const sent = done.trace
          .flatMap((event) => (event.type === 'send' ? [event] : []))
          .filter((event) => {
            const { from, to } = endsOf(event)
            return from !== to
          })
        expect(new Set(outline.messages.map(({ address }) => address))).toEqual(
          new Set(sent.map(({ message }) => message)),
        )
        expect(new Set(outline.messages.map(({ key }) => key)).size).toBe(outline.messages.length)
        for (const { sentIndex, endIndex, fate, address } of outline.messages) {
          expect(done.trace[sentIndex]).toMatchObject({ type: 'send', message: address })
          if (fate === 'on the way') expect(endIndex).toBe(-1)
          else
            expect(done.trace[endIndex]).toMatchObject({
              type: fate === 'lost' ? 'lost' : 'receive',
              message: address,
            })
        }
      }),
      { seed: 6, numRuns: 60 },
    )
  })

  test('each message leaves in one step and ends in one, and no step names a message that is not told', () => {
    fc.assert(
      fc.property(fc.nat(10_000), (seed) => {
        const { messages, steps } = outlineRun(run(stormy(seed), { record: 'trace' }), { states: false })
        const copies = messages.filter(({ key, address }) => key !== address)
        const leaving = steps.flatMap(({ sends }) => sends)
        expect([...leaving, ...copies.map(({ key }) => key)].sort()).toEqual(
          messages.map(({ key }) => key).sort(),
        )
        const over = messages.filter(({ endIndex }) => endIndex >= 0)
        expect(steps.flatMap(({ ends }) => ends).sort()).toEqual(over.map(({ key }) => key).sort())
      }),
      { seed: 7, numRuns: 60 },
    )
  })

  test('gossip is chatter: it is counted and not told, and what a node concludes from it is a step', () => {
    const done = kept('ring.gossip')
    const outline = outlineRun(done)
    const gossip = done.trace.filter((event) => event.type === 'send' && event.name.startsWith('gossip'))
    expect(gossip.length).toBeGreaterThan(50)
    expect(outline.chatter.reduce((sum, { messages }) => sum + messages, 0)).toBe(gossip.length)
    expect(outline.messages.filter(({ name }) => name.startsWith('gossip'))).toEqual([])
    expect(outline.steps.flatMap(({ marks }) => marks)).toContain('convicted')
  })

  test('says when a node was down and when a link was cut', () => {
    const scenario = cluster()
      .at(100).cut('B', ['A', 'C']).at(200).crash('C').at(300).mend().at(400).restart('C').at(500).pause('A') // prettier-ignore
    const { outages: lives, cuts, steps } = outlineRun(run(scenario, { record: 'states' }))
    expect(lives).toMatchObject([
      { node: 'C', state: 'down', from: 200, to: 400 },
      { node: 'A', state: 'paused', from: 500, to: null },
    ])
    expect(cuts).toMatchObject([{ from: ['B'], to: ['A', 'C'], oneWay: false, at: 100, healedAt: 300 }])
    expect(steps.map(({ text }) => text)).toContain('The link between B and A and C is cut.')
  })

  test('a clock that is wrong from the start, or is set, is told', () => {
    const scenario = cluster({ nodes: ['A', { id: 'B', clock: { offsetMs: -1500, driftPpm: 500 } }, 'C'] })
      .at(70).clock('A', { offsetMs: 2000 }) // prettier-ignore
    expect(outlineRun(run(scenario, { record: 'trace' }), { states: false }).clocks).toMatchObject([
      { of: 'B', index: -1, text: '1500 ms slow, gaining 30 ms a minute' },
      { of: 'A', at: 70, text: '2 s fast' },
    ])
  })

  test('an operation that got no definite answer may have happened', () => {
    const { operations, steps } = outlineRun(kept('findings.two-worlds-crashed'))
    expect(operations.map(({ answer, answered }) => [answer, answered])).toEqual([
      ['yes', 'ok'],
      ['unknown', 'no answer'],
    ])
    expect(steps.at(-1)!.text).toContain('lost')
    expect(steps.find(({ text }) => text.startsWith('c1 hears'))?.text).toContain(
      'may or may not have been carried out',
    )
  })

  test('a program that fails says why at the end', () => {
    const broken = {
      ...cluster(),
      system: { ...cluster().system, program: () => ({ start: () => Promise.resolve() }) },
    }
    const outline = outlineRun(run(broken, { record: 'states' }))
    expect(outline).toMatchObject({ ended: 'error', error: expect.stringContaining('promise') })
  })
})

describe('stateOutline(run, index)', () => {
  test('says what each replica holds, that it lacks it, a tombstone, a hint, and which nodes it suspects', () => {
    const scenario = cluster({ hints: true })
      .at(0).write('row 3', 'no nuts', { via: 'A', level: 'ALL' })
      .at(1000).crash('B')
      .at(3000).delete('row 3', { via: 'A', level: 'QUORUM' }) // prettier-ignore
    const done = run(scenario, { record: 'states' })
    const lines = (at: number, node: string) => {
      const index = done.trace.findLastIndex((event) => event.at <= at)
      return stateOutline(done, index)[node]!.lines.map(({ label, value }) => `${label} ${value}`)
    }
    expect(lines(1, 'A')).toEqual(['row 3 nothing'])
    expect(lines(900, 'B')).toEqual(['row 3 no nuts'])
    expect(lines(2900, 'C')).toEqual(['row 3 no nuts', 'suspects B'])
    expect(lines(4000, 'A')).toEqual(['row 3 tombstone', 'keeps 1 hint for B', 'suspects B'])
    expect(stateOutline(done, done.trace.length - 1)['B']).toMatchObject({ up: false })
  })

  test('agrees with the versions of the outline after every step of every kept plan', () => {
    for (const { id } of told.slice(0, 40)) {
      const done = kept(id)
      const { steps, states } = outlineRun(done)
      for (const { index } of steps) {
        const now = stateOutline(done, index)
        for (const [node, state] of Object.entries(now)) {
          const version = states.findLast((one) => one.node === node && one.index <= index)?.state
          // A value that expires does so by time alone; versions are taken when a state is replaced.
          if (state.lines.every(({ value }) => value !== 'expired'))
            expect(version, `${id} ${node} ${index}`).toEqual(state)
        }
      }
    }
  })

  test('a learner’s own program is shown as it is', () => {
    const done = run(
      {
        system: {
          ...cluster().system,
          name: 'cell',
          program: (node) => ({ start: () => void (node.disk = { count: 3, name: 'soup' }) }),
        },
        plan: { ...cluster().plan, system: 'cell' },
      },
      { record: 'states' },
    )
    expect(stateOutline(done, done.trace.length - 1)['A']!.lines).toEqual([
      { id: 'disk count', label: 'count', value: '3', kind: 'plain', detail: 'disk' },
      { id: 'disk name', label: 'name', value: 'soup', kind: 'plain', detail: 'disk' },
    ])
  })
})

describe('a repair, told', () => {
  const texts = outlineRun(kept('findings.zombie')).steps.map(({ text }) => text)
  const about = (word: string) => texts.filter((text) => text.includes(`“${word}”`)).join('\n')

  test('says of ranges that they differ only once they’ve been compared', () => {
    expect(about('validate')).toContain('A sends “validate” to B and C: 3 ranges. ')
    expect(about('exchange')).toContain('A sends “exchange” to B: 1 range that differs. ')
  })

  test('leaves out what the driver adds to what was asked', () => {
    expect(about('repair')).toContain('A receives “repair” from c1. ')
    expect(texts.join('\n')).not.toContain('timestamp')
  })
})
