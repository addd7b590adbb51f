import { answer, plan, ring, run, value } from 'engine'

// W = R = 2 of 3, and three scenarios. In which of them does a read miss an acknowledged write?
// C is a seed: without its disk it starts empty, where another node would refuse to start.
const kitchens = () =>
  plan(ring({ write: 'QUORUM', read: 'QUORUM', hints: false, speculativeRetryMs: 0, seeds: ['C'] }), {
    clients: ['client', 'client 1', 'client 2'],
  })

const clock = kitchens()
  .at(0)
  .clock('client 1', { offsetMs: -2000 })
  .at(1000)
  .write('table 3', 'stew', { via: 'A', by: 'client 2' })
  .at(2000)
  .write('table 3', 'no nuts', { via: 'A', by: 'client 1' })
  .at(8000)
  .read('table 3', { via: 'B' })
const disk = kitchens()
  .at(1000)
  .cut('B', ['A', 'C'])
  .at(2000)
  .write('table 3', 'no nuts', { via: 'A' })
  .at(4000)
  .crash('C', 'wipe')
  .at(4500)
  .mend()
  .restart('C')
  .at(8000)
  .read('table 3', { via: 'B' })
const cutOff = kitchens()
  .at(1000)
  .cut('B', ['A', 'C'])
  .at(2000)
  .write('table 3', 'no nuts', { via: 'A' })
  .at(8000)
  .read('table 3', { via: 'C' })

const missed = Object.entries({ clock, disk, silent: cutOff }).flatMap(([name, scenario]) => {
  const outcome = answer(run(scenario), 'read 1')
  console.log(`${name}: ${outcome}`)
  return outcome === 'no nuts' ? [] : [name]
})
value('missed', missed.join(' '))
