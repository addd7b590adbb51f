import { answer, plan, ring, run, value } from 'engine'

/** 30 tables without copies: each row is on one node. B crashes. */
function ordersTaken(nodes: string[]) {
  let scenario = plan(ring({ nodes, replicas: 1 }))
    .at(500)
    .crash('B')
  for (let n = 1; n <= 30; n++) {
    const via = nodes[0]
    scenario = scenario
      .at(3000 + n)
      .write(`table ${n}`, 'soup', { via })
  }
  const played = run(scenario)
  return played.history.filter(
    ({ id }) => answer(played, id) === 'acknowledged',
  ).length
}

const one = ordersTaken(['B'])
const three = ordersTaken(['A', 'B', 'C'])
console.log(`One computer, crashed: ${one} of 30 orders are taken.`)
console.log(`Three, one crashed: ${three} of 30 are.`)

// #value
value('one', one)
value('three', three)
// #end

// With ten kitchens, how many orders does one crash cost?
