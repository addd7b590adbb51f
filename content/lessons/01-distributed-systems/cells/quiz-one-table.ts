import { plan, ring, run, value } from 'engine'

// 100 orders for one table within a second, with one copy and with ten. Each message costs a node 20 ms.
function secondsFor(replicas: number) {
  const nodes = [...'ABCDEFGHIJ']
  let orders = plan(
    ring({
      nodes: nodes.map((id) => ({ id, serviceMs: 20 })),
      replicas,
      write: 'ALL',
      writeTimeoutMs: 60_000,
      clientTimeoutMs: 60_000,
    }),
  )
  for (let n = 0; n < 100; n++) orders = orders.at(n * 10).write('table 3', n, { via: nodes[n % 10] })
  return Math.max(...run(orders).history.map((order) => order.return ?? 0)) / 1000
}
const [one, ten] = [secondsFor(1), secondsFor(10)]
console.log(`One copy: ${one} s; ten copies: ${ten} s.`)
value('one', one)
value('ten', ten)
value('which', ten < one * 0.9 ? 'sooner' : ten > one * 1.1 ? 'later' : 'same')
