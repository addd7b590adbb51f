import { plan, ring, run, value } from 'engine'

// Six kitchens; table 3 is stored in F, A and B, and D takes the order at level ONE.
const kitchens = ring({ nodes: ['A', 'B', 'C', 'D', 'E', 'F'], replicas: 3 })
const night = run(plan(kitchens).at(0).write('table 3', 'no nuts', { via: 'D', level: 'ONE' }), {
  record: 'trace',
})
const sent = night.trace.flatMap((event) =>
  event.type === 'send' && event.name === 'mutate' ? [event.message] : [],
)
console.log(sent.join(', '))
value('sent', sent.length)
value('what', sent.length === 3 && sent.every((one) => one.startsWith('D>')) ? 'all' : 'other')
