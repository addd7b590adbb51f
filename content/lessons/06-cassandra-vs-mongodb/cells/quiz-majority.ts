import { answer, plan, replicaSet, run, value } from 'engine'

/** Whether a set of seven takes a write after so many have crashed. */
function works(crashed: number) {
  const nodes = ['A', 'B', 'C', 'D', 'E', 'F', 'G']
  let story = plan(replicaSet({ nodes }), { until: 60_000 }).at(3000)
  for (const id of nodes.slice(0, crashed)) story = story.crash(id)
  const made = run(story.at(20_000).write('table 3', 'no nuts', { via: 'G' }))
  return answer(made) === 'acknowledged'
}
let most = 0
while (works(most + 1)) most++
console.log('of seven,', most, 'may crash')
// #value
value('most', most)
// #end
