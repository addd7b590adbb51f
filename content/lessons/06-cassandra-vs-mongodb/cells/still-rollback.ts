import { answer, plan, replicaSet, run, value } from 'engine'

// Every write is w: majority. At 3 s the client and A are cut off
// together. The client looks for a primary for 15 s, then gives up.
const set = replicaSet({ clientSelectionMs: 15_000 })
const clients = [{ id: 'client', near: 'A' }]
const story = plan(set, { clients, until: 60_000 })
  .at(3000)
  .cut(['A', 'client'], ['B', 'C'])
  .at(4000)
  .write('table 3', 'no nuts', { via: 'A' })
  .at(5000)
  .ask(
    'read',
    { key: 'table 3', readPreference: 'nearest' },
    { via: 'A' },
  )
  .ask(
    'read',
    {
      key: 'table 3',
      readPreference: 'nearest',
      readConcern: 'majority',
    },
    { via: 'A' },
  )
  .at(25_000)
  .mend()
  .at(50_000)
  .read('table 3', { via: 'B' })

const made = run(story)
console.log('the write:', answer(made, 'write 1'))
console.log('read concern local saw:', answer(made, 'read 1'))
console.log('read concern majority saw:', answer(made, 'read 2'))
console.log('rollbacks:', made.marks.get('rolled back') ?? 0)
console.log('later:', answer(made, 'read 3'))
// #value
value('write', answer(made, 'write 1'))
value('local', answer(made, 'read 1'))
value('majority', answer(made, 'read 2'))
value('rollbacks', made.marks.get('rolled back') ?? 0)
// #end

// Let it look for 30 s, as drivers do: the retry reaches the new primary.
