import { describe, expect, it } from 'vitest'
import { cellValue } from '#build/cells.ts'
import { keptPlan } from '#build/plans.ts'
import { chanceUp, percentText } from '#figures/quorum/quorum.ts'
import { shownCells } from './shown-cells.ts'

const value = (cell: string, name: string) => cellValue('replicas', cell, name)

describe('the lesson on replicas', () => {
  it('shows at least four cells', () => {
    expect(new Set(shownCells('replicas')).size).toBeGreaterThanOrEqual(4)
  })

  it('takes over the story as lesson 1 left it, and adds two entries', () => {
    const [before, now] = [keptPlan('distributed-systems.row-3').plan, keptPlan('replicas.row-3').plan]
    expect(now).toEqual({ ...before, ops: [...before.ops, ...now.ops.slice(-2)] })
  })

  it('has a delete that reaches all copies, and a slip that one copy alone loses', async () => {
    expect(await value('not-a-backup', 'left')).toBe(0)
    expect(await value('small-print', 'lost')).toBe('nothing')
  })

  it('reads an old slip with no fault at W = R = 1, and at no other of the four', async () => {
    expect(await value('no-fault', 'ONE ONE')).toBe('nothing')
    for (const levels of ['ONE ALL', 'QUORUM QUORUM', 'ALL ONE'])
      expect(await value('no-fault', levels)).toBe('no nuts')
  })

  it('shows an overlap that is not linearizable', async () => {
    expect(await value('not-linearizable', 'linearizable')).toBe('broken')
  })

  it('has a cut in which A answers, and B answers wrongly or not at all; without it, waiting buys the answer', async () => {
    for (const asked of ['A at ONE', 'A at QUORUM']) {
      expect(await value('cap', `${asked}, no line cut`)).toMatch(/^no nuts, /)
      expect(await value('cap', `${asked}, B cut off`)).toBe(await value('cap', `${asked}, no line cut`))
    }
    expect(await value('cap', 'B at ONE, B cut off')).toMatch(/^soup, /)
    expect(await value('cap', 'B at QUORUM, B cut off')).toBe('refused')
    const ms = async (level: string) => Number.parseInt(String(await value('cap', level)), 10)
    expect(await ms('QUORUM')).toBeGreaterThan(await ms('ONE'))
  })

  it('gives the chances that the figure gives, exactly', async () => {
    for (const [name, need] of [
      ['one of three', 1],
      ['two of three', 2],
      ['three of three', 3],
    ] as const) {
      const shown = Number(await value('in-numbers', name)).toFixed(4)
      expect(`${shown}%`).toBe(percentText(chanceUp(3, need, 990_000)))
    }
  })
})
