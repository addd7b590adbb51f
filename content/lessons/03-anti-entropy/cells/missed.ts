import { plan, ring, run, value } from 'engine'

// Three kitchens. B cannot be reached when row 3 is written. Nothing is
// switched on that would mend it afterwards.
const kitchens = ring({ hints: false, readRepair: 'NONE' })

const night = plan(kitchens)
  .at(0)
  .cut('B', ['A', 'C'])
  .at(2000)
  .write('table 3', 'no nuts', { via: 'A', level: 'QUORUM' })
  .at(4000)
  .mend('B', ['A', 'C'])

// The same question to each kitchen: what does table 3 want?
const ask = (time: number, via: string) => {
  const asked = night.at(time).read('table 3', { via, level: 'ONE' })
  const answer = run(asked).history.at(-1)?.output as { value?: string }
  return answer.value ?? 'nothing'
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

// Each column is a run of its own. Let B hear the order: leave out the
// cut. Then give the write the level ALL, and put the cut back.
