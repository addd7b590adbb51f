import * as engine from '#engine'
import { linearizable, run } from '#engine'
import { storms } from '../replica-set/refinement/weather.ts'

/**
 * 2,000 storms over a replica set, its linearizable reads and majority writes judged by the checker: too many for the
 * tests, which judge 200. `npm exec -c 'node test/engine/laws/many-weathers.ts'` prints how each was judged.
 */
const seeds = 2_000
const forecast = storms(engine, {}, { operations: 24, write: 'QUORUM', read: 'QUORUM' })
const check = linearizable()
const judged: { [result: string]: number } = {}
for (let seed = 0; seed < seeds; seed++) {
  const { result, why } = check(run(forecast(seed)))
  judged[result] = (judged[result] ?? 0) + 1
  if (result === 'broken') console.log(`seed ${seed}: ${why}`)
}
console.log(`${seeds} storms: ${JSON.stringify(judged)}`)
if (judged['broken'] !== undefined) process.exitCode = 1
