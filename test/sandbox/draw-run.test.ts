import { beforeEach, describe, expect, test } from 'vitest'
import {
  cell,
  plan,
  ring,
  run as engineRun,
  scenarioOf,
  type Program,
  type Scenario,
  type System,
} from '#engine'
import { outlineRun } from '#outline/outline.ts'
import { playBack, type Recording } from '#outline/recording.ts'
import { drawRun, rememberRun, replayPlans, type Redraw } from '#sandbox/draw-run.ts'
import { limits } from '#sandbox/limits.ts'

const again = (scenario: Scenario<System>, budget: number = limits.pictureEvents) =>
  engineRun(scenario, { freeze: true, record: 'states', budget })
const redraw: Redraw = { run: again, named: scenarioOf }
const dataOf = (shown: unknown) => drawRun(shown, redraw)!.data as Record<string, unknown>
beforeEach(() => replayPlans({}))

const row3 = plan(ring({ nodes: ['A', 'B', 'C'] }), { seed: 7 })
  .at(500)
  .write('row 3', 'no nuts', { via: 'A' })

const epidemic: Program = (node) => ({
  start: () => void (node.disk = new Map([['from', node.id]])),
  write: (args: { readonly key: string; readonly value: string }) => {
    node.disk = new Map([...(node.disk as Map<string, string>), [args.key, args.value]])
    for (const id of node.others) node.send(id, 'merge', node.disk)
    return { ok: true }
  },
  merge: (theirs: Map<string, string>) =>
    void (node.disk = new Map([...theirs, ...(node.disk as Map<string, string>)])),
})
const own = plan(cell(epidemic, { nodes: ['A', 'B'] }))
  .at(10)
  .write('row 3', 'no nuts', { via: 'A' })

describe('drawRun(shown, runAgain)', () => {
  test('of a registered system gives the plan alone, and the hash that its run should have', () => {
    const done = rememberRun(engineRun(row3), row3)
    expect(dataOf(done)).toEqual({ plan: row3.plan, hash: done.hash() })
    expect(dataOf(row3)).toEqual(dataOf(done))
  })

  test('of a learner’s own program gives a recording that is told as the run is', () => {
    const { recording } = dataOf(own) as unknown as { readonly recording: Recording }
    const told = outlineRun(playBack(JSON.parse(JSON.stringify(recording)) as Recording))
    const real = outlineRun(again(own))
    expect(told.hash).toBe(real.hash)
    expect(told.messages.map(({ address, fate }) => `${address} ${fate}`)).toEqual(
      real.messages.map(({ address, fate }) => `${address} ${fate}`),
    )
    expect(told.steps.map(({ index }) => index)).toEqual(real.steps.map(({ index }) => index))
    const last = told.states.findLast(({ node }) => node === 'B')!.state
    expect(last.lines.map(({ label, value }) => `${label} ${value}`)).toContain('row 3 no nuts')
  })

  test('of a learner’s own program runs another plan in the stead of its own, for the picture at that place', () => {
    const crashed = plan(cell(epidemic, { nodes: ['A', 'B'] }))
      .at(5)
      .crash('B')
      .at(10)
      .write('row 3', 'no nuts', { via: 'A' })
    replayPlans({ 1: crashed.plan })
    const [first, second] = [dataOf(own), dataOf(own)] as unknown as {
      readonly place: number
      readonly recording: Recording
    }[]
    expect([first!.place, second!.place]).toEqual([0, 1])
    expect(first!.recording.hash).toBe(again(own).hash())
    expect(second!.recording.hash).toBe(again(crashed).hash())
    expect(second!.recording.plan.faults).toHaveLength(1)
    replayPlans({})
    expect((dataOf(own) as { readonly recording?: Recording }).recording!.hash).toBe(again(own).hash())
  })

  test('says kindly what is too much', () => {
    const endless: Program = (node) => ({
      *start() {
        for (;;) {
          yield* node.sleep(1)
          node.send(node.pick(node.others), 'nothing', null)
        }
      },
      nothing: () => undefined,
    })
    const long = plan(cell(endless, { nodes: ['A', 'B'] }), { until: 20_000 })
      .at(10)
      .crash('A')
    expect(dataOf(long)).toMatchObject({ say: expect.stringMatching(/at most 12000.*until/) })
    const slips = plan(ring({ background: 1_000_000 }))
      .at(1)
      .read('slip 1')
    expect(dataOf(slips)).toEqual({ say: expect.stringContaining('too much to draw') })
  })

  test('says so when the system is not what its name stands for, and never sends that plan', () => {
    const long = plan(ring({ nodes: ['A', 'B', 'C'], membership: 'gossip' }), {
      until: 30 * 24 * 3600 * 1000,
    })
    for (const system of [
      { ...long.system, program: () => ({}) },
      { ...row3.system, program: () => ({}) },
    ]) {
      const forged = { system, plan: system.program === long.system.program ? long.plan : row3.plan }
      expect(dataOf(forged)).toEqual({ say: expect.stringContaining('has no program under that name') })
      const shown = rememberRun(engineRun(forged as never, { budget: 100 }), forged as never)
      expect(dataOf(shown)).toEqual({ say: expect.stringContaining('has no program under that name') })
    }
    expect(dataOf({ ...row3, plan: { ...row3.plan, system: 'constructor' } })).toHaveProperty('say')
  })

  test('sends the plan that was run, whatever a cell’s own plan says when it’s looked at again', () => {
    for (let honest = 0; honest < 8; honest++) {
      let looks = 0
      const get = (target: object, name: string | symbol): unknown =>
        name === 'seed' && looks++ >= honest ? 99 + looks : Reflect.get(target, name)
      const getOwnPropertyDescriptor = (target: object, name: string | symbol) => {
        const found = Reflect.getOwnPropertyDescriptor(target, name)
        return found && { ...found, value: get(target, name), configurable: true }
      }
      const plan = new Proxy({ ...row3.plan }, { get, getOwnPropertyDescriptor })
      const data = JSON.parse(JSON.stringify(dataOf({ system: row3.system, plan }))) as {
        readonly plan?: unknown
        readonly hash?: string
      }
      // Either there's no picture, or the page's run of the plan is the one that was made here.
      if (data.plan !== undefined) expect(engineRun(scenarioOf(data.plan)).hash()).toBe(data.hash)
    }
  })

  test('draws so many steps for a cell and no more, and equal runs once', () => {
    const gossip = (until: number) =>
      plan(ring({ nodes: ['A', 'B', 'C', 'D', 'E', 'F'], membership: 'gossip' }), { until })
    const events = engineRun(gossip(60_000)).counters.events
    const fitting = Math.floor(limits.allPicturesEvents / events)
    const equal = rememberRun(engineRun(gossip(60_000)), gossip(60_000))
    for (let time = 0; time < 3 * fitting; time++) expect(dataOf(equal)).toHaveProperty('plan')
    const others = Array.from({ length: fitting + 1 }, (_, index) => dataOf(gossip(60_001 + index)))
    expect(others.filter((data) => 'plan' in data).length).toBeLessThan(fitting)
    expect(others.at(-1)).toEqual({ say: expect.stringContaining('Show fewer runs') })
  })

  test('leaves alone what is no run', () => {
    for (const shown of [undefined, null, 3, {}, { plan: {} }, [row3]])
      expect(drawRun(shown, redraw)).toBeUndefined()
  })
})
