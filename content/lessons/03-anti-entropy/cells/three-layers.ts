import { answer, plan, ring, run } from 'engine'

const hour = 3600 * 1000
const start = (hints: boolean) => plan(ring({ hints }))
type Plan = ReturnType<typeof start>
type Layer = (after: Plan, key: string) => Plan

/** Each layer, alone. Hints need no step: B only has to restart. */
const layers: Record<string, Layer> = {
  hints: (after) => after,
  'read ONE': (after, key) =>
    after.read(key, { via: 'B', level: 'ONE' }),
  'read QUORUM': (after, key) =>
    after.read(key, { via: 'B', level: 'QUORUM' }),
  repair: (after) => after.repair('A'),
}

/** Row 3 is written half an hour before B restarts. Does B get it? */
function isFixed(layer: string, hoursDown: number, key: string) {
  const restartAt = hoursDown * hour
  const restarted = start(layer === 'hints')
    .at(0)
    .crash('B')
    .at(restartAt - hour / 2)
    .write('table 3', 'no nuts', { via: 'A', level: 'QUORUM' })
    .at(restartAt)
    .restart('B')
    .at(restartAt + 60_000)
  const later = layers[layer]!(restarted, key).at(restartAt + hour)
  return answer(run(later.read('table 3', { via: 'B' }))) === 'no nuts'
}

// #setup
const cases: [string, number, string][] = [
  ['1 h', 1, 'table 3'],
  ['6 h', 6, 'table 3'],
  ['6 h, other key', 6, 'table 4'],
]
console.table(
  cases.map(([name, hours, key]) => {
    const fixed: Record<string, string | boolean> = { down: name }
    for (const layer in layers)
      fixed[layer] = isFixed(layer, hours, key)
    return fixed
  }),
)
// #end

// true means that B has row 3. In `cases`, change 1 hour to 3, then 4:
// where do hints stop helping?
