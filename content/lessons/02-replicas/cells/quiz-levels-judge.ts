import { answer, plan, ring, run } from 'engine'

export interface Levels {
  readonly write: string
  readonly read: string
}
const nodes = ['A', 'B', 'C']
const others = (node: string) => nodes.filter((other) => other !== node)
const start = () =>
  plan(ring({ hints: false, readRepair: 'NONE', speculativeRetryMs: 0 }), { net: { latency: [10, 10] } })

/** One node is cut off while table 3 is written near `near`; later it's read near another node, with one node down. */
function isFresh(
  { write, read }: Levels,
  apart: string,
  near: string,
  reader: string,
  down: string,
): boolean {
  const made = run(
    start()
      .at(0)
      .cut(apart, others(apart))
      .at(1000)
      .write('table 3', 'no nuts', { via: near, level: write as 'ONE' })
      .at(5000)
      .mend()
      .at(6000)
      .crash(down)
      .at(9000)
      .read('table 3', { via: reader, level: read as 'ONE' }),
  )
  const readBack = answer(made, 'read 1')
  return (
    answer(made, 'write 1') !== 'acknowledged' ||
    readBack === 'no nuts' ||
    readBack === 'refused' ||
    readBack === 'timed out'
  )
}

/** With one node down, a write and a read near another one are both carried out. */
function isUp({ write, read }: Levels, down: string, near: string): boolean {
  const made = run(
    start()
      .at(0)
      .crash(down)
      .at(3000)
      .write('table 3', 'no nuts', { via: near, level: write as 'ONE' })
      .at(5000)
      .read('table 3', { via: near, level: read as 'ONE' }),
  )
  return answer(made, 'write 1') === 'acknowledged' && answer(made, 'read 1') === 'no nuts'
}

console.log('Every node is cut off or down once, and every node read at.')

/** The checks that these levels pass. */
export function passed(levels: Levels): string {
  const fresh = nodes.every((apart) =>
    nodes.every((near) =>
      nodes.every((down) => others(down).every((reader) => isFresh(levels, apart, near, reader, down))),
    ),
  )
  const up = nodes.every((down) => others(down).every((near) => isUp(levels, down, near)))
  return [...(fresh ? ['fresh'] : []), ...(up ? ['up'] : [])].join(' ') || 'none'
}
