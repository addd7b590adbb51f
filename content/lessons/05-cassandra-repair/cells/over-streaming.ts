import { plan, ring, run, value } from 'engine'

type Tally = {
  ranges: number
  treeBytes: number
  partitions: number
}

/** 20,000 rows everywhere; B misses an overwrite of 20; A repairs. */
const repair = (tokens: number, args: Record<string, number>) => {
  const nodes = { hints: false, readRepair: 'NONE', tokens } as const
  // A mebibyte for trees: it counts where no depth is given.
  const memory = { repairMemoryMiB: 1, background: 20_000 }
  let orders = plan(ring({ ...nodes, ...memory }))
    .cut('B', ['A', 'C'])
    .at(1000)
  for (let row = 0; row < 20; row++)
    orders = orders.write(`slip ${row * 997}`, 'new', {
      via: 'A',
      level: 'QUORUM',
    })
  orders = orders.at(3000).mend('B', ['A', 'C']).at(6000)
  const { history } = run(orders.ask('repair', args, { via: 'A' }))
  return (history.at(-1)?.output as { value: Tally }).value
}

const needed = 20
const rows = [4, 6, 8, 10, 12].map((depth) => {
  const { treeBytes, partitions } = repair(1, { depth })
  const ratio = Math.round(partitions / needed)
  return { depth, 'bytes of trees': treeBytes, sent: partitions, ratio }
})
console.table(rows)

const one = repair(1, { depth: 8 })
const sixteen = repair(16, { depth: 8 })
console.log(`16 tokens: ${sixteen.ranges} ranges, each its own tree`)
console.log(`depth 8, 1 token: ${one.partitions} rows sent`)
console.log(`depth 8, 16 tokens: ${sixteen.partitions} rows sent`)
const [few, many] = [repair(1, {}), repair(16, {})]
console.log(`1 MiB of memory, 1 token: ${few.partitions} rows sent`)
console.log(`1 MiB of memory, 16 tokens: ${many.partitions} rows sent`)
value('ranges', sixteen.ranges)
value('one', one.partitions)
value('sixteen', sixteen.partitions)
value('few', few.partitions)
value('many', many.partitions)

// Let B miss 200 instead of 20. What becomes of the ratio, and why?
