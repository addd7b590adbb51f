import { answer, plan, replicaSet, ring, run, value } from 'engine'

const hour = 3600 * 1000

/** C is down for six hours. An order is taken every half hour. */
function outage(system: ReturnType<typeof ring>) {
  let story = plan(system, { until: 7 * hour })
    .at(1000)
    .crash('C')
  for (let n = 0; n < 12; n++)
    story = story
      .at((n * hour) / 2 + 2000)
      .write(`table ${n}`, 'tea', { via: 'A' })
  story = story
    .at(6 * hour)
    .restart('C')
    .at(6.5 * hour)
  for (let n = 0; n < 12; n++)
    story = story.read(`table ${n}`, { via: 'C' })
  return run(story)
}

// Fewer heartbeats, so that hours pass quickly.
const rare = { heartbeatMs: 60_000, awaitMs: 60_000, noopMs: 600_000 }
const calm = { electionTimeoutMs: 900_000, heartbeatTimeoutMs: 900_000 }
const set = (oplogBytes: number) =>
  replicaSet({ ...rare, ...calm, oplogBytes })

const systems = {
  Cassandra: ring(),
  'MongoDB, long oplog': set(1e6),
  'MongoDB, short oplog': set(900),
}
for (const [name, system] of Object.entries(systems)) {
  const made = outage(system as ReturnType<typeof ring>)
  const { memory, disk } = made.final.get('C') ?? {}
  const names = made.history.flatMap(({ id, do: what }) =>
    what === 'read' ? [id ?? ''] : [],
  )
  const read = names.filter((id) => answer(made, id) === 'tea')
  const orders = disk?.contents?.documents.size ?? read.length
  const role = memory?.role ?? 'a replica like any other'
  console.log(`${name}: C is ${role}, and has ${orders} of 12 orders`)
  // #value
  value(name, orders)
  value(`${name}, role`, role)
  // #end
}

// Keep entries for twelve hours: set(900) with oplogHours: 12.
