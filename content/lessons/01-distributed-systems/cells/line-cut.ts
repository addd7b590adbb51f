import { answer, plan, ring, run, value } from 'engine'

/** Places ten orders at B while B is cut off from A and C. */
function ordersAtB(level: 'ONE' | 'QUORUM', nodes: string[]) {
  let scenario = plan(ring({ nodes, replicas: nodes.length }))
  if (nodes.length > 1) scenario = scenario.at(500).cut('B', ['A', 'C'])
  for (let n = 1; n <= 10; n++) {
    scenario = scenario
      .at(3000 + n)
      .write(`table ${n}`, 'soup', { via: 'B', level })
      .at(6000 + n)
      .read(`table ${n}`, { via: nodes[0], level: 'ONE' })
  }
  const played = run(scenario)
  const count = (verb: string, outcome: string) =>
    played.history.filter(
      (one) => one.do === verb && answer(played, one.id) === outcome,
    ).length
  return {
    nodes: nodes.join(' '),
    level,
    'taken by B': count('write', 'acknowledged'),
    [`known to ${nodes[0]}`]: count('read', 'soup'),
  }
}

const alone = ordersAtB('ONE', ['B'])
const strict = ordersAtB('QUORUM', ['A', 'B', 'C'])
const loose = ordersAtB('ONE', ['A', 'B', 'C'])
for (const row of [alone, strict, loose]) console.log(row)

// #value
value('alone', alone['taken by B'])
value('strict', strict['taken by B'])
value('loose', loose['taken by B'])
value('looseKnown', Number(loose['known to A']))
// #end

// Heal the link at 4000: .at(4000).mend(). Who knows what at 6000?
