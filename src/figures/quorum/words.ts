import { counted } from '#figures/quantity.ts'
import type { Meeting } from './quorum.ts'
import type { QuorumSetting } from './setting.ts'

/** How the sets of W and of R replicas meet, or the pair that doesn’t. */
export function meetingInWords(write: number, read: number, { worst, apart, pairs }: Meeting): string {
  const sum = `W + R = ${write + read}.`
  if (apart > 0) {
    return (
      `${sum} ${apart} of ${counted(pairs, 'pair')} don’t overlap. ` +
      `If ${list(worst.write)} acknowledged the write and ${list(worst.read)} ${worst.read.length === 1 ? 'answers' : 'answer'} the read, the read misses the write.`
    )
  }
  return (
    `${sum} Every read set shares at least ${worst.shared === 1 ? 'one replica' : `${worst.shared} replicas`} ` +
    `with every write set, in all ${counted(pairs, 'pair')}.`
  )
}

/** "A", "A and B", "A, B and C" */
function list(nodes: readonly string[]): string {
  return nodes.length < 2 ? nodes.join('') : `${nodes.slice(0, -1).join(', ')} and ${nodes.at(-1)}`
}

/** What the nodes that are down now leave possible. */
export function nowInWords({ copies, down }: QuorumSetting, write: number, read: number): string {
  const up = copies - down.length
  const can = (need: number) =>
    up >= need ? 'still work' : `are refused: ${need} are needed and ${up} ${up === 1 ? 'is' : 'are'} up`
  return `With ${list(down.toSorted())} down, writes ${can(write)}; reads ${can(read)}.`
}
