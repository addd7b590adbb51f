import { firstMembers, replicasOf, ringOf } from 'engine'
import { ring, tokenOf, value } from 'engine'

// #setup
// Six nodes on a ring; three of them store each key.
const { options } = ring({
  nodes: ['A', 'B', 'C', 'D', 'E', 'F'],
  replicas: 3,
})
const positions = ringOf(firstMembers(options), options)
const replicasFor = (key: string) => replicasOf(positions, tokenOf(key))
// #end

for (let table = 1; table <= 4; table++) {
  const key = `table ${table}`
  const token = String(tokenOf(key)).padStart(20)
  console.log(key, token, ' ', replicasFor(key).join(' '))
}

const keys = Array.from({ length: 600 }, (_, n) => `table ${n + 1}`)
for (const { id } of options.nodes) {
  const stored = keys.filter((key) => replicasFor(key).includes(id))
  console.log(`${id} stores ${stored.length} of 600 keys.`)
  value(id, stored.length)
}
value('table 3', replicasFor('table 3').join(' '))

// Set replicas to 1, then to 6. What do you gain, and what does it cost?
