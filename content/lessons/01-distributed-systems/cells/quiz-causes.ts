import { plan, ring, run, value } from 'engine'

// A asks B for a slip and waits two seconds. Which fates of B, or of the call, leave A without an answer?
const evening = plan(ring({ nodes: ['B'], replicas: 1, clientTimeoutMs: 2000 }))
const asked = evening.at(1000).read('table 3', { via: 'B', by: 'A' })
const fates = {
  'call-lost': asked.at(0).drop('A>B read#1'),
  dead: asked.at(500).crash('B'),
  asleep: asked.at(500).pause('B'),
  'answer-late': asked.at(0).hold('B>A read reply#1', 5000),
  'no-slip': asked,
}
const silent = Object.entries(fates).filter(([, fate]) => run(fate).history[0]?.output === undefined)
console.log('no answer in two seconds:', silent.map(([name]) => name).join(', '))
value('silent', silent.map(([name]) => name).join(' '))
