import { firstMembers, replicasOf, ringOf } from 'engine'
import { ring, tokenOf, value } from 'engine'

// Six kitchens in a circle; three of them store each table.
const { options } = ring({
  nodes: ['A', 'B', 'C', 'D', 'E', 'F'],
  replicas: 3,
})
const circle = ringOf(firstMembers(options), options)
const storing = (table: number) =>
  replicasOf(circle, tokenOf(`table ${table}`))

for (let table = 1; table <= 4; table++) {
  const token = String(tokenOf(`table ${table}`)).padStart(20)
  console.log(`table ${table}`, token, ' ', storing(table).join(' '))
}

const tables = Array.from({ length: 600 }, (_, index) => index + 1)
for (const { id } of options.nodes) {
  const kept = tables.filter((table) =>
    storing(table).includes(id),
  ).length
  console.log(`${id} stores ${kept} of 600 tables`)
  value(id, kept)
}
value('table 3', storing(3).join(' '))

// Set replicas to 1, then to 6. What does it buy, what does it cost?
