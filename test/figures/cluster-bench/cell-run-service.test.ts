import { describe, expect, test } from 'vitest'
import { cell, plan, run, type Edit, type Plan, type Program } from '#engine'
import { openCellRunService } from '#figures/cluster-bench/cell-run-service.ts'
import type { Recording } from '#outline/recording.ts'
import type { Answer, Replay } from '#outline/replay.ts'
import { drawRun, replayPlans } from '#sandbox/draw-run.ts'

const phones: Program = (node) => ({
  start: () => void (node.disk = 'nothing'),
  order(args) {
    node.disk = (args as { what: string }).what
    for (const id of node.others) node.send(id, 'tell', node.disk)
  },
  tell: (what) => void (node.disk = what),
})
const scenario = plan(cell(phones, { nodes: ['A', 'B', 'C'] }), { seed: 3 })
  .at(100)
  .ask('order', { what: 'no nuts' }, { via: 'A' })

/** The cell, without its sandbox: what it would show with another plan, as the page receives it. */
const replay: Replay = async (place, other: Plan) => {
  replayPlans({ [place]: other })
  const item = drawRun(scenario, {
    run: (one, budget) => run(one, { record: 'states', budget }),
    named: () => scenario,
  })
  return { ok: true, value: JSON.parse(JSON.stringify(item!.data)) }
}

async function opened() {
  const shown = await replay(0, scenario.plan)
  if (!shown.ok) throw new Error(shown.message)
  const { recording } = shown.value as unknown as { readonly recording: Recording }
  return { recording, ...openCellRunService({ replay, place: 0, recording }) }
}

const value = <T>(answer: Answer<T>): T => {
  if (!answer.ok) throw new Error(answer.message)
  return answer.value
}

describe('the service of a learner’s own program', () => {
  test('begins with the run that the cell shows, and judges nothing', async () => {
    const { service, first, recording } = await opened()
    expect(first.outline.hash).toBe(recording.hash)
    expect(first.traits.operations).toEqual(['order'])
    expect([service.can.judge, first.verdicts]).toEqual([false, []])
  })

  test('puts an edit into a run, and into the run that came of it', async () => {
    const { service, first } = await opened()
    const { at, index } = first.outline.steps.find(({ text }) => text.includes('asks A'))!
    const crash: Edit = { do: 'crash', node: 'B', disk: 'keep' }
    const once = value(await service.edit(first.plan, index, crash, 20))
    expect(once.editedAtMs).toBe(at + 21)
    expect(once.played.plan.faults).toMatchObject([{ do: 'crash', node: 'B', at: at + 21 }])
    const step = once.played.outline.steps.find((other) => other.index === once.shows)
    expect(step).toMatchObject({ at: at + 21, node: 'B' })
    expect(once.played.outline.hash).not.toBe(first.outline.hash)
    const twice = value(await service.edit(once.played.plan, once.shows, { do: 'restart', node: 'B' }, 0))
    expect(twice.played.plan.faults.map((fault) => fault.do)).toEqual(['crash', 'restart'])
    expect(value(await service.play(first.plan)).outline.hash, 'the way back').toBe(first.outline.hash)
  })

  test('hands on what the cell says where it shows no run', async () => {
    const { recording } = await opened()
    const say = (answer: Answer<never> | object) =>
      openCellRunService({ replay: async () => answer as never, place: 0, recording }).service.play(
        recording.plan,
      )
    expect(await say({ ok: false, message: 'Stopped.' })).toEqual({ ok: false, message: 'Stopped.' })
    expect(await say({ ok: true, value: { say: 'Too much.' } })).toEqual({ ok: false, message: 'Too much.' })
    expect(await say({ ok: true, value: {} })).toEqual({ ok: false, message: 'The cell sent no run.' })
  })
})
