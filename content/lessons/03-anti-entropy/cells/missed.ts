import { plan, ring, run, value } from 'engine'

// B cannot be reached when row 3 is written. Nothing is switched
// on that would mend it afterwards.
const kitchens = ring({ hints: false, readRepair: 'NONE' })

const night = plan(kitchens)
  .at(0)
  .cut('B', ['A', 'C'])
  .at(2000)
  .write('table 3', 'no nuts', { via: 'A', level: 'QUORUM' })
  .at(4000)
  .mend('B', ['A', 'C'])

// What does table 3 want? `via` is the kitchen that is asked.
const ask = (time: number, via: string) => {
  const asked = night.at(time).read('table 3', { via })
  const { output } = run(asked).history.at(-1) ?? {}
  return (output as { value?: string }).value ?? 'nothing'
}

const hour = 3600 * 1000
const rows = ['A', 'B', 'C'].map((kitchen) => ({
  kitchen,
  'after 1 s': ask(5000, kitchen),
  'after 1 hour': ask(hour, kitchen),
  'after 10 days': ask(240 * hour, kitchen),
}))
console.table(rows)
value('B after 10 days', rows[1]?.['after 10 days'] ?? '')

// Leave out the cut, so that B hears the order. Then put the cut
// back, and write at level ALL. What becomes of the write?
