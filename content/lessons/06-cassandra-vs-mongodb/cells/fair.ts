import { plan, plugs, ring, value } from 'engine'

/** A write and a read a second, while one node loses its power. */
function planFor(unplugged: string, near: string) {
  const clients = [{ id: 'client', near }]
  let story = plan(ring(), { clients, until: 60_000 })
    .at(9500)
    .crash(unplugged)
  for (let n = 0; n < 20; n++)
    story = story
      .at(1500 + 2000 * n)
      .write('table 3', n)
      .at(2500 + 2000 * n)
      .read('table 3')
  return story.at(45_000).restart(unplugged)
}

const quorum = { write: 'QUORUM', read: 'QUORUM' } as const
const pairs = {
  'as shipped': plugs(['A', 'B', 'C'], planFor),
  'matched promises': plugs(['A', 'B', 'C'], planFor, { ring: quorum }),
}
for (const [name, { apart, average }] of Object.entries(pairs)) {
  console.log(name, '- some client unserved, in ms')
  console.table(
    apart.map(({ unplugged, near, ring, replicaSet }) => ({
      unplugged,
      'client near': near,
      Cassandra: ring.unavailableMs,
      MongoDB: replicaSet.unavailableMs,
    })),
  )
  console.table(average)
  // #value
  const sides = { Cassandra: 'ring', MongoDB: 'replicaSet' } as const
  for (const [title, side] of Object.entries(sides)) {
    const longest = Math.max(
      ...apart.map((row) => row[side].unavailableMs),
    )
    value(`${name}, longest, ${title}`, Math.round(longest / 1000))
  }
  // #end
}

// Leave B's plug alone: ['A', 'C']. Which average changes more?
