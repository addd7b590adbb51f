import { describe, expect, it } from 'vitest'
import { checkNamed, run, scenarioOf } from '#engine'
import { attacksOf } from '#figures/search/attacks.ts'
import { entriesOf } from '#figures/search/entries.ts'
import { huntSteps } from '#figures/search/hunt.ts'
import type { HuntOutcome, HuntRequest, HuntProgress } from '#figures/search/protocol.ts'

const ones: HuntRequest = {
  target: { system: 'ring', settings: {} },
  weather: { keys: ['table 3'], read: 'ONE', write: 'ONE' },
  check: 'fresh reads',
  seeds: 40,
}

function all(request: HuntRequest): { tellings: HuntProgress[]; outcome: HuntOutcome } {
  const tellings: HuntProgress[] = []
  const steps = huntSteps(request)
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return { tellings, outcome: step.value }
    tellings.push(step.value)
  }
}

const verdictOf = (plan: unknown) => checkNamed('fresh reads')(run(scenarioOf(plan))).result

describe('huntSteps(request)', () => {
  it('stops at the first plan that breaks the check, and every step of the shrinking still breaks it', () => {
    const { tellings, outcome } = all(ones)
    if (!outcome.ok || outcome.found === undefined) throw new Error('W = R = 1 was to break')
    expect(outcome.count.broken).toEqual([outcome.found.seed])
    expect(outcome.count.tried).toBe(outcome.found.seed)
    const plans = tellings.flatMap((telling) => (telling.type === 'tried' ? [] : [telling.plan]))
    expect(plans[0]).toEqual(outcome.found.before)
    expect(plans.at(-1)).toEqual(outcome.found.smallest)
    for (const plan of plans) expect(verdictOf(plan)).toBe('broken')
  })

  it('names each entry struck once, and what is left is what was not struck', () => {
    const { tellings, outcome } = all(ones)
    if (!outcome.ok || outcome.found === undefined) throw new Error('W = R = 1 was to break')
    const struck = tellings.flatMap((telling) => (telling.type === 'shrank' ? telling.struck : []))
    const left = entriesOf(outcome.found.smallest)
    expect(new Set(struck.map(({ id }) => id)).size).toBe(struck.length)
    expect([...struck, ...left].map(({ id }) => id).sort()).toEqual(
      entriesOf(outcome.found.before)
        .map(({ id }) => id)
        .sort(),
    )
    expect(left).toHaveLength(3)
  })

  it('counts all seeds that break when asked for all, as single runs of them say', () => {
    const { outcome } = all({ ...ones, all: true })
    if (!outcome.ok) throw new Error(outcome.why)
    const attack = attacksOf(ones)
    const broken = Array.from({ length: ones.seeds }, (_, index) => index + 1).filter(
      (seed) => checkNamed('fresh reads')(run(attack(seed))).result === 'broken',
    )
    expect(broken.length).toBeGreaterThan(1)
    expect(outcome.count.broken).toEqual(broken)
    expect(outcome.count.tried).toBe(ones.seeds)
    expect(outcome.count.asked).toBe(12 * ones.seeds)
    expect(outcome.found?.seed).toBe(broken[0])
  })

  it('finds nothing at W = R = 2, until one client has a crooked clock', () => {
    const twos: HuntRequest = {
      ...ones,
      weather: {
        keys: ['table 3'],
        read: 'TWO',
        write: 'TWO',
        kinds: ['crash', 'pause', 'cut', 'drop', 'hold'],
      },
      seeds: 100,
    }
    const straight = all(twos).outcome
    expect(straight.ok && straight.found === undefined && straight.count.tried).toBe(100)
    const crooked = all({ ...twos, crooked: { client: 'c1', mostMs: 3_000 } }).outcome
    if (!crooked.ok || crooked.found === undefined) throw new Error('a crooked clock was to win')
    expect(crooked.found.smallest.faults.map((fault) => fault.do)).toEqual(['clock'])
  })

  it('keeps the operations of a plan that it makes weather around, and adds faults alone', () => {
    const { plan } = attacksOf(ones)(1)
    const attack = attacksOf({ target: { plan }, check: 'fresh reads', seeds: 3 })
    for (const seed of [1, 2, 3]) {
      const drawn = attack(seed).plan
      expect(drawn.ops).toEqual(plan.ops)
      expect(drawn.faults.slice(0, plan.faults.length)).toEqual(plan.faults)
      expect(drawn.faults.length).toBeGreaterThan(plan.faults.length)
      expect(drawn.seed).toBe(seed)
    }
  })

  it('refuses a check and a system that nobody knows', () => {
    expect(() => all({ ...ones, check: 'happy reads' })).toThrow(/happy reads/)
    expect(() => all({ ...ones, target: { system: 'rang', settings: {} } })).toThrow(/rang/)
  })
})
