import { answer } from '#engine/core/answer.ts'
import { plan } from '#engine/core/plan/build.ts'
import { run } from '#engine/core/run.ts'
import { ring } from '#engine/ring/index.ts'
import { descend, textbookTree } from '#engine/trees.ts'

/** What a card asks this time, and its answer. */
export interface DrawnCard {
  readonly front: string
  readonly back: string
}

/** Draws a whole number from 0 to below. */
type Draw = (below: number) => number

const nodes = ['A', 'B', 'C']

const hour = 3_600_000

const day = 24 * hour

const still = { hints: false, readRepair: 'NONE', speculativeRetryMs: 0 } as const

/** A replica that missed a write reads nothing at ONE; one that took part has the row. */
function staleRead(draw: Draw): DrawnCard {
  const apart = nodes[draw(3)]!
  const others = nodes.filter((node) => node !== apart)
  const [near, reader] = [others[draw(2)]!, nodes[draw(3)]!]
  const told = answer(
    run(
      plan(ring(still))
        .at(0)
        .cut(apart, others)
        .at(1000)
        .write('table 3', 'no nuts', { via: near, level: 'QUORUM' })
        .at(3000)
        .mend()
        .at(5000)
        .read('table 3', { via: reader, level: 'ONE' }),
    ),
  )
  return {
    front: `${apart} was cut off while a row was written through ${near} at QUORUM. Hints and read repair are off. What does a read at ONE through ${reader} return afterwards?`,
    back:
      told === 'nothing'
        ? `Nothing: ${reader} missed the write.`
        : `The row: ${reader} took part in the write.`,
  }
}

/** A write at QUORUM is carried out as long as a majority is up. */
function quorumDown(draw: Draw): DrawnCard {
  const count = [3, 5, 7][draw(3)]!
  const down = 1 + draw(count - 1)
  const all = Array.from({ length: count }, (_, index) => 'ABCDEFG'[index]!)
  const before = all
    .slice(count - down)
    .reduce((later, node) => later.crash(node), plan(ring({ ...still, nodes: all, replicas: count })).at(0))
  const told = answer(run(before.at(5000).write('table 3', 'no nuts', { via: 'A', level: 'QUORUM' })))
  const up = count - down
  return {
    front: `A row has ${count} replicas, and ${down} of them ${down === 1 ? 'is' : 'are'} down. What becomes of a write at QUORUM?`,
    back: `${told === 'acknowledged' ? 'It’s acknowledged' : 'It’s refused'}: ${up} of ${count} ${up === 1 ? 'is' : 'are'} up.`,
  }
}

/** The later timestamp wins, whatever came later. */
function skewedClock(draw: Draw): DrawnCard {
  const offset = (draw(9) - 4) * 1000
  const gap = 500 + 1000 * draw(4)
  const told = answer(
    run(
      plan(ring(still), { clients: ['waiter', 'chef'] })
        .at(0)
        .clock('chef', { offsetMs: offset })
        .at(10_000)
        .write('table 3', 'tea', { via: 'A', level: 'ALL', by: 'waiter' })
        .at(10_000 + gap)
        .write('table 3', 'cake', { via: 'A', level: 'ALL', by: 'chef' })
        .at(20_000)
        .read('table 3', { via: 'B', level: 'QUORUM' }),
    ),
  )
  const clock = offset === 0 ? 'right' : `${Math.abs(offset) / 1000} s ${offset < 0 ? 'slow' : 'fast'}`
  return {
    front: `A waiter, whose clock is right, writes tea. The chef, whose clock is ${clock}, writes cake ${gap / 1000} s later. Which stays?`,
    back:
      told === 'cake'
        ? 'Cake: it has the later timestamp.'
        : 'Tea: it has the later timestamp, though it was written first.',
  }
}

const rowsOf = (count: number, changed?: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `row ${index}${index === changed ? '!' : ''}`)

/** A descent to one changed row compares the root and two hashes on every level. */
function descent(draw: Draw): DrawnCard {
  const depth = 2 + draw(5)
  const count = 2 ** depth
  const compared = descend(textbookTree(rowsOf(count)), textbookTree(rowsOf(count, draw(count)))).length
  return {
    front: `Two trees over ${count} rows differ in exactly one row. How many hashes does a descent compare?`,
    back: `${compared}: the root, then two on each of ${depth} levels.`,
  }
}

/** One after the other: what a reader is told when the tombstone is gone, and when it isn't. */
function lateRepair(draw: Draw): DrawnCard {
  const grace = 5 + draw(10)
  const repairDay = 2 + draw(grace + 6)
  const told = answer(
    run(
      plan(ring({ gcGraceSeconds: grace * 86_400 }))
        .at(hour)
        .write('table 3', 'walnut cake', { via: 'A', level: 'ALL' })
        .at(2 * hour)
        .crash('B')
        .at(12 * hour)
        .delete('table 3', { via: 'A', level: 'QUORUM' })
        .at(day)
        .restart('B')
        .at(repairDay * day + 18 * hour)
        .repair('A')
        .at(40 * day)
        .read('table 3', { via: 'A' }),
    ),
  )
  return {
    front: `gc grace is ${grace} days. B misses a delete on day 0, and a repair runs on the evening of day ${repairDay}. What does a read return later?`,
    back:
      told === 'nothing'
        ? 'Nothing: the repair brought B the tombstone in time.'
        : 'The deleted row: the tombstone was gone, so the repair copied it back.',
  }
}

/** The level that a write needs, so that every later read at another level meets it. */
function overlap(draw: Draw): DrawnCard {
  const levels = ['ONE', 'QUORUM', 'ALL'] as const
  const [write, read] = [levels[draw(3)]!, levels[draw(3)]!]
  // The replica that didn't wait, asked first: B is cut off where the write can do without it.
  const made = (apart: string, reader: string, isWrittenBeyond: boolean) => {
    const others = nodes.filter((node) => node !== apart)
    const written = plan(ring(still))
      .at(0)
      .cut(apart, others)
      .at(1000)
      .write('table 3', 'no nuts', { via: apart, level: write })
    const whole = isWrittenBeyond
      ? written.write('table 3', 'no nuts', { via: others[0]!, level: write })
      : written
    return run(whole.at(9000).mend().at(11_000).read('table 3', { via: reader, level: read }))
  }
  const runs = nodes.flatMap((apart) =>
    nodes.flatMap((reader) => [made(apart, reader, true), made(apart, reader, false)]),
  )
  const misses = runs.some(
    (one) =>
      one.history.some(({ id }) => id?.startsWith('write') && answer(one, id) === 'acknowledged') &&
      answer(one, 'read 1') === 'nothing',
  )
  return {
    front: `Three replicas, no hints, no read repair. Writes are at ${write}, reads at ${read}. Can a read miss an acknowledged write, and why?`,
    back: misses
      ? 'It can: the replicas asked may be others than those that wrote.'
      : 'It can’t: the replicas asked overlap with those that wrote.',
  }
}

/** What draws a card, by the name that its author gives. */
export const drawers: { readonly [name: string]: (draw: Draw) => DrawnCard } = {
  'stale-read': staleRead,
  'quorum-down': quorumDown,
  'skewed-clock': skewedClock,
  descent,
  'late-repair': lateRepair,
  overlap,
}
