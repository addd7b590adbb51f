import { answer, plan, ring, run, value } from 'engine'

const quorum = { level: 'QUORUM' } as const
const cart = (items: string) => ({ key: 'cart', columns: { items } })
// Two phones read an empty cart. Each writes it back with one item.
const story = plan(ring())
  .at(1000)
  .ask('write', cart('bread'), { ...quorum, via: 'A' })
  .at(1005)
  .ask('write', cart('milk'), { ...quorum, via: 'B' })
  .at(3000)
  .read('cart', quorum)
const { items } = JSON.parse(answer(run(story))) as { items: string }
console.log(items)
// #value
value('items', items)
// #end
