import type { Partition, Rows } from './partition.ts'

/** A flushed table, never changed: its rows in the order of tokens, and what a repair has said about it. */
export class Sstable {
  readonly rows: Rows
  /** When the incremental repair began that found it equal everywhere, in milliseconds; 0: never. (repairedAt.) */
  readonly repairedAt: number
  /** The incremental repair that is looking at it; empty when none is. (pendingRepair.) */
  readonly session: string

  constructor(rows: Rows, repairedAt = 0, session = '') {
    this.rows = rows
    this.repairedAt = repairedAt
    this.session = session
  }

  get size(): number {
    return this.rows.size
  }

  get bytes(): number {
    return this.rows.bytes
  }

  /** Tables of one kind may be compacted together, and travel together. */
  get kind(): string {
    return this.session === '' ? (this.repairedAt === 0 ? 'unrepaired' : 'repaired') : this.session
  }

  get(place: string): Partition | undefined {
    return this.rows.get(place)
  }

  [Symbol.iterator](): Generator<readonly [string, Partition]> {
    return this.rows.range()
  }
}
