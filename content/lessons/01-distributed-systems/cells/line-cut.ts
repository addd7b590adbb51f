import { plan, ring, run, value } from 'engine'

/** Ten orders at B, while the line to A and C is cut. */
function orders(level: 'ONE' | 'QUORUM', nodes: string[]) {
  let evening = plan(ring({ nodes, replicas: nodes.length }))
  if (nodes.length > 1) evening = evening.at(500).cut('B', ['A', 'C'])
  for (let n = 1; n <= 10; n++) {
    evening = evening
      .at(3000 + n)
      .write(`table ${n}`, 'soup', { via: 'B', level })
  }
  for (let n = 1; n <= 10; n++) {
    const via = nodes[0]
    evening = evening
      .at(6000 + n)
      .read(`table ${n}`, { via, level: 'ONE' })
  }
  const { history } = run(evening)
  const good = (what: string, text: string) =>
    history.filter(
      (one) => one.do === what && JSON.stringify(one.output) === text,
    ).length
  return {
    kitchens: nodes.join(' '),
    level,
    'taken at B': good('write', '{"ok":true}'),
    [`known at ${nodes[0]}`]: good('read', '{"value":"soup"}'),
  }
}

const alone = orders('ONE', ['B'])
const strict = orders('QUORUM', ['A', 'B', 'C'])
const loose = orders('ONE', ['A', 'B', 'C'])
for (const row of [alone, strict, loose]) console.log(row)

value('alone', alone['taken at B'])
value('strict', strict['taken at B'])
value('loose', loose['taken at B'])
value('looseKnown', Number(loose['known at A']))

// Mend the line at 4000. Who knows what at 6000?
