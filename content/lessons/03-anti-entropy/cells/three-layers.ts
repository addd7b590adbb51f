import { plan, ring, run, value } from 'engine'

const hour = 3600 * 1000
type Layer = 'hints' | 'read at ONE' | 'read at QUORUM' | 'repair'

/** Row 3 is written while B is silent. Has B got it in the end? */
function mended(layer: Layer, silentHours: number, readKey: string) {
  const writeAt = (silentHours - 0.5) * hour
  const backAt = silentHours * hour
  const night = plan(ring({ hints: layer === 'hints' }))
    .at(1000)
    .crash('B')
    .at(writeAt)
    .write('table 3', 'no nuts', { via: 'A', level: 'QUORUM' })
    .at(backAt)
    .restart('B')
    .at(backAt + 60_000)
  const helped =
    layer === 'repair'
      ? night.repair('A')
      : layer === 'read at ONE'
        ? night.read(readKey, { via: 'B', level: 'ONE' })
        : layer === 'read at QUORUM'
          ? night.read(readKey, { via: 'B', level: 'QUORUM' })
          : night
  const end = helped.at(backAt + hour).read('table 3', { via: 'B' })
  const { output } = run(end).history.at(-1) ?? {}
  return (output as { value: unknown }).value === 'no nuts'
}

const layers: Layer[] = [
  'hints',
  'read at ONE',
  'read at QUORUM',
  'repair',
]
const cases: [string, number, string][] = [
  ['silent 1 h', 1, 'table 3'],
  ['silent 6 h', 6, 'table 3'],
  ['silent 6 h, another row read', 6, 'table 4'],
]
const rows = cases.map(([name, hours, key]) => {
  const got = layers.map((layer) => [layer, mended(layer, hours, key)])
  for (const [layer, has] of got)
    value(`${name}, ${layer}`, has ?? false)
  return { 'row 3 in B?': name, ...Object.fromEntries(got) }
})
console.table(rows)

// Where is the border of the hints? Try 3 and 4 hours.
