import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { parse } from 'yaml'
import { expect, test } from 'vitest'
import { planFiles } from '#build/plans.ts'
import * as engine from '#engine'
import * as stores from '#engine/stores.ts'
import { plan, ring, run, scenarioOf, weather, type Plan, type Scenario, type System } from '#engine'
import { compile } from '#sandbox/compile.ts'
import { literal } from '#figures/cluster-bench/literal.ts'
import { planCode } from '#figures/cluster-bench/plan-code.ts'

/** Runs the text as a cell would be run, and gives the run it showed. */
function runOfCode(text: string): engine.Run {
  const compiled = compile('bench', text)
  if (!compiled.ok) throw new Error(`${compiled.error.message}\n${text}`)
  let shown: engine.Run | undefined
  const surface = { ...engine, ...stores, show: (given: engine.Run) => void (shown = given) }

  new Function('require', 'exports', compiled.code)(() => surface, {})
  if (shown === undefined) throw new Error(`nothing was shown by\n${text}`)
  return shown
}

/** The scenario whose run the text shows. */
function scenarioOfCode(text: string): Scenario<System> {
  return scenarioOf(runOfCode(text).plan)
}

/** A plan with its defaults written out: what a system's options leave out, and what a fault's fields mean when left out. */
function whole(value: Plan): unknown {
  const { system, plan } = scenarioOf(value)
  const faults = plan.faults.map((fault) => {
    // How long a dropped message is held says nothing.
    if (fault.do === 'drop') return { ...fault, byMs: undefined }
    if (fault.do === 'duplicate') return { ...fault, byMs: fault.byMs ?? 0 }
    return 'oneWay' in fault && fault.oneWay === false ? { ...fault, oneWay: undefined } : fault
  })
  return JSON.parse(JSON.stringify({ ...plan, faults, options: { ...system.options, nodes: plan.nodes } }))
}

const kept = planFiles().flatMap((file) => {
  const { plans } = parse(readFileSync(file, 'utf8')) as {
    plans: readonly { id: string; plan: Plan }[]
  }
  return plans
})

function isHeavy({ options }: Plan): boolean {
  return ((options as { readonly background?: number } | null)?.background ?? 0) > 100_000
}

test('every kept plan, written as code, runs to the same plan with the same hash', () => {
  expect(kept.length).toBeGreaterThan(30)
  for (const { id, plan } of kept) {
    const again = runOfCode(planCode(plan))
    expect(whole(again.plan), id).toEqual(whole(plan))
    // A million partitions take seconds to run, and the same plan gives the same run.
    if (isHeavy(plan)) continue
    expect(again.hash(), id).toBe(run(scenarioOf(plan)).hash())
  }
}, 180_000)

test('so does any plan that the weather makes', () => {
  const drawn = weather(ring({ nodes: ['A', 'B', 'C', 'D'], write: 'QUORUM', hints: false }), {
    faults: 6,
    deletes: 0.2,
  })
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const { plan } = drawn(seed)
      expect(whole(scenarioOfCode(planCode(plan)).plan)).toEqual(whole(plan))
    }),
    { seed: 3, numRuns: 60 },
  )
})

test('the code is the one that an author would write', () => {
  const rowThree = plan(ring({ hints: false }), { seed: 7 })
    .at(0)
    .cut('B', ['A', 'C'])
    .at(500)
    .write('table 3', 'no nuts', { via: 'A', level: 'QUORUM' })
    .named('after the cut')
    .at(4000)
    .mend()
    .hold('A>B mutate#1', 30)
  expect(planCode(rowThree.plan)).toBe(`import { plan, ring, run, show } from 'engine'

const scenario = plan(ring({ nodes: ['A', 'B', 'C'], hints: false }), { seed: 7 })
  .cut('B', ['A', 'C'])
  .at(500).write('table 3', 'no nuts', { via: 'A', level: 'QUORUM' })
  .at(4000).named('after the cut').mend()
  .hold('A>B mutate#1', 30)

show(run(scenario, { record: 'states' }))
`)
})

test('what the builder has no words for is written as data', () => {
  const base = plan(ring()).plan
  const odd: Plan = {
    ...base,
    clients: [{ id: 'client' }],
    ops: [{ id: 'flush', at: 3, client: 'client', coordinator: 'A', do: 'flush', args: null }],
    faults: [{ id: 'mend', at: 9, do: 'mend', from: ['A'], to: ['B'], oneWay: true }],
  }
  const text = planCode(odd)
  expect(text).toContain('scenarioOf({')
  expect(scenarioOfCode(text).plan).toEqual(odd)
})

test('any value is written so that it is read again as it was', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = literal(JSON.parse(JSON.stringify(value)) as engine.Json)

      expect(new Function(`return (${text})`)()).toEqual(JSON.parse(JSON.stringify(value)))
    }),
    { seed: 4, numRuns: 300 },
  )
})
