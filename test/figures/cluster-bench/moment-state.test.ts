import { expect, test } from 'vitest'
import { plan, ring, run } from '#engine'
import { outlineRun } from '#outline/index.ts'
import { differencesAt } from '#figures/cluster-bench/differences.ts'
import { keysIn, nodesNow, onTheWay, placesOf } from '#figures/cluster-bench/moment-state.ts'

const troubled = plan(ring({ nodes: ['A', 'B', { id: 'C', datacentre: 'west' }] }), {
  net: { latency: [20, 20] },
})
  .at(10)
  .write('table 3', 'no nuts', { via: 'A', level: 'ALL' })
  .at(100)
  .pause('B')
  .at(200)
  .crash('B')
  .at(300)
  .restart('B')
const outline = outlineRun(run(troubled, { record: 'states' }))
const indexAt = (ms: number) => outline.steps.filter(({ at }) => at <= ms).at(-1)!.index
const stateOfB = (ms: number) => nodesNow(outline, indexAt(ms)).find(({ id }) => id === 'B')?.state

test('a node is up, paused, down, and up again', () => {
  expect([99, 100, 200, 300].map(stateOfB)).toEqual(['up', 'paused', 'down', 'up'])
})

test('what is on the way can be caught, until the millisecond of its arrival', () => {
  const index = indexAt(30)
  const caught = (waitMs: number) => onTheWay(outline, index, 30, waitMs).map(({ address }) => address)
  expect(caught(0).toSorted()).toEqual(['A>B mutate#1', 'A>C mutate#1'])
  // They arrive at 50: a fault of that millisecond comes before them, one of the next does not.
  expect(caught(19)).toHaveLength(2)
  expect(caught(20)).toEqual([])
  expect(onTheWay(outline, indexAt(90), 90, 0)).toEqual([])
})

test('keys and places are those of the plan', () => {
  expect(keysIn(troubled.plan)).toEqual(['table 3'])
  expect(placesOf(troubled.plan).map(({ name }) => name)).toEqual(['A', 'B', 'C', 'all of west'])
})

test('copies that differ are told side by side, and a node that is down is not asked', () => {
  const missed = plan(ring({ hints: false }), { net: { latency: [20, 20] } })
    .cut('B', ['A', 'C'])
    .at(10)
    .write('table 3', 'no nuts', { via: 'A', level: 'QUORUM' })
    .at(200)
    .crash('B')
  const shown = outlineRun(run(missed, { record: 'states' }))
  const at = (ms: number) => shown.steps.filter((step) => step.at <= ms).at(-1)!.index
  expect(differencesAt(shown, at(0))).toEqual([])
  expect(differencesAt(shown, at(100))).toEqual([
    {
      key: 'table 3',
      sides: [
        { nodes: ['A', 'C'], value: 'no nuts' },
        { nodes: ['B'], value: 'nothing' },
      ],
    },
  ])
  expect(differencesAt(shown, at(200))).toEqual([])
})
