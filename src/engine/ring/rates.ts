import type { Ms, Task } from '../core/types.ts'
import type { DiskUse, RingNode } from './state.ts'

/** How long a disk takes, where a plan states its rates: `disk.ts`, handed in, since few plans do. */
export interface Rates {
  /** How long a read waits for the disk; 0 where nothing holds it up. */
  turn(node: RingNode): Ms
  /** Reads or writes that many bytes, at the rate of that use. */
  use(node: RingNode, use: DiskUse, bytes: number): Task<void>
}

let given: Rates | undefined

/** Hands in what disks and links take: only a plan that states a rate carries it. */
export function provideRates(rates: Rates): void {
  given = rates
}

/** How long a read waits for the disk, in milliseconds; 0 where the plan states no rates. */
export function diskTurn(node: RingNode): Ms {
  return given?.turn(node) ?? 0
}

/** @throws Error where a plan states a rate and `disk.ts` wasn't imported: it must not take no time instead */
export function* useDisk(node: RingNode, use: DiskUse, bytes: number): Task<void> {
  if (given !== undefined) yield* given.use(node, use, bytes)
  else if (node.options[use] > 0) throw new Error(`${use} needs ring/disk.ts`)
}
