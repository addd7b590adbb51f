import { describe, expect, it } from 'vitest'
import { keptPlan } from '#build/plans.ts'
import { attackOn, meets, type Need } from '#figures/adversary/bet.ts'
import { openSession } from '#figures/adversary/session.ts'
import { answerInWords, entryInWords } from '#figures/adversary/words.ts'
import { huntSteps } from '#figures/search/hunt.ts'
import { fakeWorker, noWorker } from '../../workers/fake-worker.ts'

const needs: readonly Need[] = [1, 2, 3]

describe('attackOn(bet, crooked, seeds)', () => {
  it('gets through exactly where the two sets need not meet', () => {
    for (const write of needs)
      for (const read of needs) {
        const steps = huntSteps({ ...attackOn({ write, read }, false, 150), all: false })
        let step = steps.next()
        while (step.done !== true) step = steps.next()
        const fell = step.value.ok && step.value.found !== undefined
        expect(fell, `W = ${write}, R = ${read}`).toBe(!meets({ write, read }))
      }
  })
})

describe('openSession', () => {
  it('goes from a bet to what the winning plan needs, and keeps the bets', async () => {
    const session = openSession({ seeds: 20, makeWorker: noWorker })
    await session.attack(false)
    expect(session.phase.value, 'without a bet nothing is attacked').toBe('bet')
    session.write.value = 1
    session.read.value = 1
    await session.attack(false)
    expect(session.phase.value).toBe('strike')
    const { entries, strokes } = session.striking.value ?? { entries: [], strokes: [] }
    expect(entries.length - strokes.flat().length).toBe(
      (session.winner.value?.smallest.ops.length ?? NaN) + 1,
    )
    expect(session.rounds.value).toMatchObject([{ write: 1, read: 1, crooked: false, seeds: 20 }])
    session.again()
    expect([session.phase.value, session.winner.value]).toEqual(['bet', undefined])
    expect(session.rounds.value).toHaveLength(1)
    session.close()
  })

  it('can be stopped, and says why an attack failed', async () => {
    // A worker that is there and never answers; the second one breaks.
    const workers = [1, 2].map(() => fakeWorker({ hunt: () => new Promise(() => {}) }))
    const made = workers.values()
    const session = openSession({ seeds: 20, makeWorker: () => made.next().value!.worker })
    session.write.value = session.read.value = 2
    const attack = session.attack(false)
    expect(session.phase.value).toBe('attack')
    session.stop()
    await attack
    expect(session.phase.value).toBe('bet')
    const again = session.attack(true)
    await workers[1]!.heard
    workers[1]!.fail()
    await again
    expect([session.phase.value, session.trouble.value]).toEqual(['failed', 'The search broke off.'])
    session.close()
  })
})

describe('the words of a plan', () => {
  it('tell entries and answers as the story does', () => {
    const { plan } = keptPlan('replicas.row-3')
    expect(plan.faults.map(entryInWords)).toEqual(['the link between B and A and C is cut'])
    expect(entryInWords(plan.ops.at(-2)!)).toBe('waiter writes “no nuts” through A')
    const asked = { client: 'c2', do: 'read', input: {}, call: 1000, return: 1010 }
    expect(answerInWords({ ...asked, output: { value: null } })).toBe('answered at 1,010 ms: no such row')
    expect(answerInWords({ ...asked, output: { error: 'unavailable' } })).toBe('refused at 1,010 ms')
    expect(answerInWords({ ...asked, output: undefined, return: null })).toBe('never answered')
  })
})
