import { plan, plugs, ring, value } from 'engine'

const { apart } = plugs(['A', 'B', 'C'], (unplugged, near) => {
  let story = plan(ring(), { clients: [{ id: 'client', near }], until: 40_000 })
    .at(3500)
    .crash(unplugged)
  for (let at = 1000; at < 30_000; at += 1000) story = story.at(at).write('k', at)
  return story
})
const pauses = apart.filter(({ replicaSet }) => replicaSet.unavailableMs > 0)
console.log(pauses.length, 'of', apart.length)
// #value
value('pauses', pauses.length)
value('runs', apart.length)
// #end
