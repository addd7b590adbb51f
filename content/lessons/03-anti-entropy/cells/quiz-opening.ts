import { plan, ring, run, value } from 'engine'

// B is silent for six hours. One slip comes in its second hour, one in its fourth. An hour after its return: what has B?
const hour = 3_600_000
const base = plan(ring())
  .at(0)
  .crash('B')
  .at(1.5 * hour)
  .write('table 2', 'stew', { via: 'A', level: 'QUORUM' })
  .at(3.5 * hour)
  .write('table 3', 'no nuts', { via: 'A', level: 'QUORUM' })
  .at(6 * hour)
  .restart('B')
  .at(7 * hour)
const inB = (key: string) => {
  const { output } = run(base.read(key, { via: 'B', level: 'ONE' })).history.at(-1) ?? {}
  return (output as { value: string | null }).value
}
const [early, late] = [inB('table 2'), inB('table 3')]
console.log(`second hour: ${early ?? 'nothing'}; fourth hour: ${late ?? 'nothing'}`)
value('early', early ?? 'nothing')
value('late', late ?? 'nothing')
value('came', late === null ? 'nothing' : 'note')
value('window', ring().options.hintWindowMs / hour)
