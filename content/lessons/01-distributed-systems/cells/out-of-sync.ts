import { plan, ring, run, value } from 'engine'

/** 50 slips, each read 100 ms later. Nothing fails, but A to C is slow. */
function missed(nodes: string[], level: 'ONE' | 'ALL') {
  const slow = { from: 'A', to: 'C', latency: [5, 150] as const }
  const links = nodes.includes('C') ? [slow] : []
  const net = { latency: [5, 5] as const, links }
  let evening = plan(ring({ nodes, replicas: nodes.length }), { net })
  for (let n = 0; n < 50; n++) {
    evening = evening
      .at(n * 1000)
      .write('table 3', n, { via: 'A', level })
      .at(n * 1000 + 100)
      .read('table 3', { via: nodes.at(-1), level: 'ONE' })
  }
  const { history } = run(evening)
  const reads = history.filter((one) => one.do === 'read')
  return reads.filter(
    ({ output }, n) => JSON.stringify(output) !== `{"value":${n}}`,
  ).length
}

const one = missed(['A'], 'ONE')
const three = missed(['A', 'B', 'C'], 'ONE')
console.log(`one computer: ${one} of 50 reads missed the last slip`)
console.log(`three copies: ${three} of 50`)
value('one', one)
value('three', three)

// Let the write wait for ALL. How many are missed, and what does it cost?
