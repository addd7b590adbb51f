import { expect, test } from 'vitest'
import { judgedMade } from './judged.ts'

const source = (levels: string) => `import { plan, ring } from 'engine'
export const scenario = plan(ring({ nodes: ['A', 'B', 'C'], ${levels} }), { seed: 3, until: 20000 })
  .at(10).write('table 3', 'no nuts', { via: 'A' })
  .at(500).read('table 3', { via: 'B' })
  .at(900).write('table 4', 'soup', { via: 'C' })
  .at(1500).cut('B', ['A', 'C'])
  .at(2000).write('table 3', 'no eggs', { via: 'A' })
  .at(2600).read('table 4', { via: 'C' })
  .at(3000).read('table 3', { via: 'B' })
`
const wrong = source("write: 'ONE', read: 'ONE'")
const right = source("write: 'QUORUM', read: 'QUORUM'")
const own = (keeps: boolean) => ({
  check: 'fresh reads',
  says: 'holds',
  keeps,
  plan: { system: 'ring', ops: [] as object[], faults: [] },
})

test('a wrong answer to a made challenge gets the smallest plan that breaks it, drawn, with its point of no return', () => {
  const told = judgedMade(own(false), wrong)
  expect(told).toMatchObject({ result: 'broken', check: 'fresh reads', before: 7, pictures: 1 })
  expect(told.entries).toBeLessThanOrEqual(3)
  expect(told.curve?.curve.length).toBeGreaterThan(1)
})

test('what has to stay stays in the smallest plan too', () => {
  const goal = own(true)
  const kept = { id: 'kept', at: 900, client: 'client', do: 'write', args: { key: 'table 4', value: 'soup' } }
  const told = judgedMade({ ...goal, plan: { ...goal.plan, ops: [kept] } }, wrong)
  expect(told.result).toBe('broken')
  expect((told.plan as unknown as { ops: { at: number }[] }).ops.map(({ at }) => at)).toContain(900)
  const taken = judgedMade({ ...goal, plan: { ...goal.plan, ops: [{ ...kept, at: 901 }] } }, wrong)
  expect(taken).toMatchObject({ result: 'broken', check: 'nothing was taken away' })
})

test('what has to be broken and isn’t is told so', () => {
  const told = judgedMade({ ...own(false), says: 'broken' }, right)
  expect(told).toMatchObject({ result: 'broken', check: 'fresh reads has to be broken' })
})

test('a right answer is told so', () => {
  expect(judgedMade(own(false), right)).toMatchObject({ result: 'right', plans: 100 })
})
