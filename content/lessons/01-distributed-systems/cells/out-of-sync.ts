import { answer, plan, ring, run, value } from 'engine'

/** Counts reads that miss the write before them. Only A to C is slow. */
function missedReads(nodes: string[], level: 'ONE' | 'ALL') {
  // Latencies are the least and the most that a message takes, in ms.
  const slow = { from: 'A', to: 'C', latency: [5, 150] as const }
  const links = nodes.includes('C') ? [slow] : []
  const net = { latency: [5, 5] as const, links }
  const system = ring({ nodes, replicas: nodes.length })
  let scenario = plan(system, { net })
  for (let n = 0; n < 50; n++) {
    scenario = scenario
      .at(n * 1000)
      .write('table 3', n, { via: 'A', level })
      .at(n * 1000 + 100)
      .read('table 3', { via: nodes.at(-1), level: 'ONE' })
  }
  const played = run(scenario)
  const reads = played.history.filter((one) => one.do === 'read')
  return reads.filter(({ id }, n) => answer(played, id) !== `${n}`)
    .length
}

const one = missedReads(['A'], 'ONE')
const three = missedReads(['A', 'B', 'C'], 'ONE')
console.log(`One computer: ${one} of 50 reads miss the latest write.`)
console.log(`Three copies: ${three} of 50 do.`)

// #value
value('one', one)
value('three', three)
// #end

// Let the write wait for ALL. How many reads miss it now?
