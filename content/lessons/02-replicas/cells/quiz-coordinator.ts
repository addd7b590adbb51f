import { plan, ring, run, value } from 'engine'

// Six nodes; F, A and B store table 3, and D coordinates the write at level ONE.
const system = ring({ nodes: ['A', 'B', 'C', 'D', 'E', 'F'], replicas: 3 })
const played = run(plan(system).at(0).write('table 3', 'no nuts', { via: 'D', level: 'ONE' }), {
  record: 'trace',
})
const sent = played.trace.flatMap((event) =>
  event.type === 'send' && event.name === 'mutate' ? [event.message] : [],
)
console.log(sent.join(', '))
value('sent', sent.length)
value('what', sent.length === 3 && sent.every((one) => one.startsWith('D>')) ? 'all' : 'other')
