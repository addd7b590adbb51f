import { plan, ring, run, value } from 'engine'

// B is asleep and taken for dead; a slip is written at the others; B wakes and is asked about it first thing.
const woken = run(
  plan(ring({ nodes: ['A', 'B', 'C'], membership: 'gossip' }), { until: 80_000 })
    .at(6000)
    .pause('B')
    .at(50_000)
    .write('table 3', 'no nuts', { via: 'A', level: 'QUORUM' })
    .at(60_000)
    .resume('B')
    .at(60_001)
    .read('table 3', { via: 'B', level: 'ONE' })
    .at(75_000)
    .read('table 3', { via: 'B', level: 'ONE' }),
  { record: 'trace' },
)
const [, first, later] = woken.history
console.log('on waking:', first?.output, '; 15 s later:', later?.output)
const text = JSON.stringify(first?.output)
value('says', text.includes('no nuts') ? 'slip' : text.includes('error') ? 'refuses' : 'knows-nothing')
value('later', (later?.output as { value: string }).value)
