import { answer, plan, ring, run, value } from 'engine'

// A asks B for a row and waits two seconds. Which faults leave A without an answer?
const calm = plan(ring({ nodes: ['B'], replicas: 1, clientTimeoutMs: 2000 }))
const asked = calm.at(1000).read('table 3', { via: 'B', by: 'A' })
const faults = {
  'call-lost': asked.at(0).drop('A>B read#1'),
  dead: asked.at(500).crash('B'),
  asleep: asked.at(500).pause('B'),
  'answer-late': asked.at(0).hold('B>A read reply#1', 5000),
  'no-slip': asked,
}
const unanswered = Object.entries(faults).filter(([, scenario]) => answer(run(scenario)) === 'timed out')
console.log('No answer within two seconds:', unanswered.map(([name]) => name).join(', '))
value('unanswered', unanswered.map(([name]) => name).join(' '))
