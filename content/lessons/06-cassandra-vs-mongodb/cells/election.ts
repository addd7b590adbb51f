import { plan, replicaSet, run, value } from 'engine'

// A is primary, and loses its power at 5 s. No client asks for anything.
const scenario = plan(replicaSet(), { until: 30_000 })
  .at(5000)
  .crash('A')

const steps: Record<string, string> = {
  'run for election': 'runs for election: a dry run first',
  'update term': 'is in a new term',
  vote: 'votes, and writes its vote to disk',
  'become primary': 'has a majority: it is primary',
  'take writes': 'has caught up and takes writes',
}

const lines = run(scenario, { record: 'trace' }).trace.flatMap(
  (event) =>
    event.type === 'note' && event.at > 5000 && steps[event.text]
      ? [{ ms: event.at, node: event.node, step: steps[event.text] }]
      : [],
)
console.table(lines)
// #value
const first = lines[0]?.ms ?? 0
const last = lines[lines.length - 1]?.ms ?? 0
value('first ms', first)
value('detection', ((first - 5000) / 1000).toFixed(1))
value('voting', last - first)
// #end

// Crash B too. How far does the election get?
