import { describe, expect, it } from 'vitest'
import { scenarioOf } from '#engine/core/registry.ts'
import { run } from '#engine/core/run.ts'
import { weather } from '#engine/core/weather.ts'
import { ring } from '#engine/ring/ring.ts'
import { digestText } from '#engine/ring/partition.ts'
import { cluster, held, runOf } from './ring.ts'

const settings = { nodes: ['A', 'B', 'C'], replicas: 3, hints: true } as const
const forecast = weather(ring(settings), { read: 'QUORUM', write: 'QUORUM', deletes: 0.1, faults: 6 })

describe('the ring in any weather', () => {
  it('runs to the end, the same each time, and through JSON', () => {
    for (let seed = 0; seed < 40; seed++) {
      const first = run(forecast(seed), { record: 'trace' })
      expect(first.error).toBeUndefined()
      expect(run(forecast(seed)).hash()).toBe(first.hash())
      const copy = scenarioOf(JSON.parse(JSON.stringify(forecast(seed).plan)))
      expect(run(copy, { record: 'states' }).hash()).toBe(first.hash())
    }
  })

  it('never changes in place what it stored or sent', () => {
    for (let seed = 0; seed < 20; seed++) expect(run(forecast(seed), { freeze: true }).error).toBeUndefined()
  })

  it('converges when all is healed and repaired', () => {
    for (let seed = 0; seed < 40; seed++) {
      const { system, plan } = forecast(seed)
      const repair = { id: 'repair', at: plan.until, client: 'c1', coordinator: 'A', do: 'repair', args: {} }
      const healed = run({
        system,
        plan: { ...plan, ops: [...plan.ops, repair], until: plan.until + 20_000 },
      })
      expect(healed.history.at(-1)!.output).toHaveProperty('value')
      const [a, b, c] = ['A', 'B', 'C'].map((node) => held(healed, node).map(digestText).sort())
      expect(b).toEqual(a)
      expect(c).toEqual(a)
    }
  })
})

describe('an edit of a plan', () => {
  it('at a step leaves the trace before it as it was', () => {
    const story = cluster({ hints: true }, { until: 20_000 }).at(0).cut('B', ['A', 'C']).at(500).write('k', 'v', { via: 'A', level: 'QUORUM' }).at(4000).mend().at(5000).read('k', { via: 'B', level: 'ALL' }) // prettier-ignore
    const before = runOf(story)
    for (const step of [5, 10, 20, before.trace.length - 5]) {
      const at = before.trace[step]!.at + 1
      const after = runOf(story.at(at).crash('C', 'wipe'))
      const upTo = before.trace.findIndex((event) => event.at >= at)
      const kept = upTo < 0 ? before.trace.length : upTo
      expect(kept).toBeGreaterThan(step)
      expect(after.trace.slice(0, kept)).toEqual(before.trace.slice(0, kept))
    }
  })
})
