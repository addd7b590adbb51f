import { describe, expect, it } from 'vitest'
import * as engine from '#engine'
import { scenarioOf } from '../../mutants/harness/kept.ts'

const world = (name: string) =>
  engine.run(scenarioOf(engine, `findings.two-worlds-${name}`), { record: 'trace' })

describe('two worlds: B has crashed, or B is only slow', () => {
  const [crashed, slow] = [world('crashed'), world('slow')]

  it('are different runs', () => {
    expect(crashed.hash()).not.toBe(slow.hash())
    expect(crashed.final.get('B')?.up).toBe(false)
    expect(slow.final.get('B')?.up).toBe(true)
  })

  it('look the same to A and to C, event by event', () => {
    for (const node of ['A', 'C']) {
      expect(engine.viewOf(crashed, node).length).toBeGreaterThan(50)
      expect(engine.viewHash(crashed, node)).toBe(engine.viewHash(slow, node))
    }
  })

  it('look different to whoever hears from B again', () => {
    const scenario = scenarioOf(engine, 'findings.two-worlds-slow')
    const back = { id: 'back', at: 5000, do: 'resume', node: 'B' } as const
    const plan = { ...scenario.plan, faults: [...scenario.plan.faults, back] }
    const heard = engine.run({ ...scenario, plan }, { record: 'trace' })
    expect(engine.viewHash(heard, 'A')).not.toBe(engine.viewHash(slow, 'A'))
  })
})
