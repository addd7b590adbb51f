import { answer, plan, ring, run, value } from 'engine'

/** The answer to the first order gets lost, so the waiter tries again. */
function cakesFor(firstKey: string, secondKey: string) {
  const asking = { via: 'A', by: 'waiter' }
  const scenario = plan(ring({ clientTimeoutMs: 2000 }))
    .at(0)
    // A message's name: from>to, what it is, and which one of its kind.
    .drop('A>waiter write reply#1')
    .write(firstKey, 'cake', asking)
    .at(3000)
    .write(secondKey, 'cake', asking)
  const played = run(scenario)
  console.log('First attempt:', answer(played, 'write 1'))
  console.log('Second attempt:', answer(played, 'write 2'))
  const isStored = (key: string) =>
    answer(run(scenario.at(6000).read(key, { via: 'B' }))) === 'cake'
  return [...new Set([firstKey, secondKey])].filter(isStored).length
}

// The server makes up a new key for each attempt.
const without = cakesFor('order 1', 'order 2')
// The client makes up one key, and sends it with both attempts. The
// second attempt writes the same row again, so it changes nothing.
const withKey = cakesFor('order 7f3a', 'order 7f3a')
console.log(`Cakes: ${without} without a key of the client's own`)
console.log(`       ${withKey} with one`)

// #value
value('without', without)
value('withKey', withKey)
value('safe', withKey === 1 && without > 1 ? 'same-key' : 'other')
// #end

// Lose the request instead of the answer: 'waiter>A write#1'.
