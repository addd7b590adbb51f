import { counted, grouped, listed } from '#figures/quantity.ts'
import { memoryFor } from './depth.ts'
import { lanes, onLane, type Lane } from './load.ts'
import type { TruckFrame } from './session.ts'

/** What the unloading has shown so far, or at this depth: the line that's read out. */
export function frameInWords(frame: TruckFrame): string {
  const { phase, moved, options, firstTotal } = frame
  if (phase === 'predict') return 'Lock in a prediction to open the truck.'
  if (phase === 'comparing')
    return `Three nodes read and hash their rows: ${grouped(Math.round(frame.hashed * options.count))} of ${grouped(options.count)}.`
  if (phase === 'unloading') return `Opening ${counted(firstTotal, 'crate')} …`
  if (moved === undefined) return ''
  const equal = moved.total - 2
  const had =
    equal === 0
      ? 'No other row came along.'
      : `The other ${equal === 1 ? 'one was' : `${grouped(equal)} were`} equal already.`
  return `${grouped(moved.total)} travelled to deliver 1. B got row 3 twice, from A and from C. ${had}`
}

/** The reader's number beside what happened. */
export function guessInWords(guess: number, total: number): string {
  const said = `You predicted ${grouped(guess)}; it took ${grouped(total)}.`
  if (guess === total) return `${said} Exactly right.`
  if (guess === 1)
    return `${said} One is what the notes say. The tree knows which leaf differs, and nothing of the rows in it.`
  if (guess === 2) return `${said} Both neighbours do send it; but each sends its whole leaf.`
  if (guess >= 10_000)
    return `${said} Most of the data stayed at home: every leaf that matched was left alone.`
  return said
}

/** Why the trees are as deep as they are. */
export function depthInWords(frame: TruckFrame): string {
  const { asked, depth, stop, options, gibibytes } = frame
  const leaf = options.count / 3 / 2 ** depth
  const holds = `At depth ${depth} a leaf holds about ${leaf >= 2 ? Math.round(leaf) : leaf.toFixed(1)} rows`
  const memory = memoryFor(depth, options.memory)
  if (stop === 'memory')
    return `You ask for ${asked}, and the trees stay at ${depth}: a heap of ${gibibytes} GiB leaves a sixteenth for trees, and one more level needs twice the memory.`
  if (stop === 'partitions')
    return `You ask for ${asked}, and the trees stay at ${depth}: there are as many leaves as rows, and Cassandra cuts no finer.`
  return `${holds}${memory === undefined ? '' : `; on the real cluster ${memory} MiB of memory for trees was enough`}.`
}

/** A lane in words: what travels on it, and what of it its receiver already had. */
export function laneInWords(lane: Lane, frame: TruckFrame): string {
  const travelling = onLane(frame.all, lane, frame.options.missing, frame.depth).length
  if (travelling === 0) return `${lane.from} sends ${lane.to} nothing.`
  const others = lane.brings === 'nothing' ? travelling : travelling - 1
  const news = lane.brings === 'new' ? ['row 3'] : lane.brings === 'again' ? ['row 3 a second time'] : []
  const had = others === 0 ? [] : [`${grouped(others)} that ${lane.to} already had`]
  return `${lane.from} sends ${lane.to} ${listed([...news, ...had])}.`
}

/** The real cluster's figures at this depth, or which depths it was run at. */
export function recordedInWords(frame: TruckFrame): string {
  const { recorded } = frame.options
  const found = recorded.find(({ depth }) => depth === frame.depth)
  if (found === undefined)
    return `The real cluster was run with this one row missing at depths ${listed(recorded.map(({ depth }) => String(depth)))}.`
  const { A, B, C } = found.arrived
  const same = lanes.every((lane) => {
    const ours = onLane(frame.all, lane, frame.options.missing, frame.depth).length
    return ours === (lane.to === 'B' ? B / 2 : found.arrived[lane.to])
  })
  return (
    `A real Cassandra 5.0.5 with the same rows and the same row missing: ${grouped(B)} rows arrived at B, ` +
    `${grouped(A)} at A and ${grouped(C)} at C, ${grouped(A + B + C)} in all. ` +
    (same ? 'Crate for crate the same.' : 'That differs from the computed run.')
  )
}
