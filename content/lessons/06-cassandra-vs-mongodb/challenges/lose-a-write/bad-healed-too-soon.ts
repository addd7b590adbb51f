import { plan, replicaSet } from 'engine'

const set = replicaSet({ nodes: ['A', 'B', 'C'], primary: 'A' })

export const scenario = plan(set)
  .at(2000)
  .cut('A', ['B', 'C'])
  .at(2100)
  .ask('write', { key: 'table 3', value: 'no nuts', writeConcern: { w: 1 } }, { via: 'A' })
  .at(5000)
  .mend()
