import { plan, ring, run } from 'engine'

const hour = 3600 * 1000
const start = (hints: boolean) => plan(ring({ hints }))
type Night = ReturnType<typeof start>
type Layer = (night: Night, key: string) => Night

/** One layer at a time; hints need nobody to do anything. */
const layers: Record<string, Layer> = {
  hints: (night) => night,
  'read ONE': (night, key) =>
    night.read(key, { via: 'B', level: 'ONE' }),
  'read QUORUM': (night, key) =>
    night.read(key, { via: 'B', level: 'QUORUM' }),
  repair: (night) => night.repair('A'),
}

/** Row 3 comes half an hour before B is back. Does B get it? */
function mended(layer: string, silentHours: number, key: string) {
  const back = silentHours * hour
  const night = start(layer === 'hints')
    .at(0)
    .crash('B')
    .at(back - hour / 2)
    .write('table 3', 'no nuts', { via: 'A', level: 'QUORUM' })
    .at(back)
    .restart('B')
    .at(back + 60_000)
  const helped = layers[layer]!(night, key).at(back + hour)
  const { history } = run(helped.read('table 3', { via: 'B' }))
  return JSON.stringify(history.at(-1)?.output).includes('no nuts')
}

const cases: [string, number, string][] = [
  ['silent 1 h', 1, 'table 3'],
  ['silent 6 h', 6, 'table 3'],
  ['silent 6 h, other row', 6, 'table 4'],
]
const rows = cases.map(([name, hours, key]) => {
  const row: Record<string, string | boolean> = { 'B was': name }
  for (const layer of Object.keys(layers))
    row[layer] = mended(layer, hours, key)
  return row
})
console.table(rows)

// true: B has row 3. Where is the border of the hints? Try 3 h, 4 h.
