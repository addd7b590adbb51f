import { expect, test } from 'vitest'
import { keptPlan } from '#build/plans.ts'
import { checkNamed, pointOfNoReturn, scenarioOf } from '#engine'
import { askForTurn } from '#figures/no-return/client.ts'
import { countFor, findTurn, type Help } from '#figures/no-return/work.ts'
import { fakeWorker, noWorker } from '../../workers/fake-worker.ts'

const { plan } = keptPlan('cassandra-repair.dead-neighbour')
const alone = pointOfNoReturn(scenarioOf(plan), checkNamed('converged'))

test('futures that are shared out are counted as one alone counts them, though a helper is lost', async () => {
  const asked: string[] = []
  const help: Help = async (place, moments, seeds) => {
    asked.push(`${place}: ${seeds.join(' to ')}`)
    return place === 1 ? undefined : countFor(plan, 'converged', moments, seeds)
  }
  const { curve, turn } = await findTurn(plan, 'converged', 2, help)
  expect(curve).toEqual(alone)
  expect(alone.futures).toBe(200)
  expect(asked.slice(0, 2)).toEqual(['0: 68 to 133', '1: 134 to 200'])
  expect(turn).toBeTruthy()
})

test('several workers are asked and ended, and where none starts the page plays the futures itself', async () => {
  const workers: ReturnType<typeof fakeWorker>[] = []
  const make = () => {
    const worker = fakeWorker({ countFor, findTurn })
    workers.push(worker)
    return worker.worker
  }
  const answer = await askForTurn(plan, 'converged', { make, workers: 3 })
  expect(answer).toMatchObject({ ok: true, value: { curve: alone } })
  expect(workers.map(({ kept }) => kept.ended)).toEqual([1, 1, 1])
  expect(await askForTurn(plan, 'converged', { make: noWorker, workers: 2 })).toMatchObject({
    ok: true,
    value: { curve: alone },
  })
})
