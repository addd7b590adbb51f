import { majority } from '#engine/levels.ts'

/** The most copies that the figure draws: as many nodes as have a letter, a colour and a shape. */
export const letters = ['A', 'B', 'C', 'D', 'E', 'F'] as const

/** Consistency levels that a single datacentre knows. */
export const levelNames = ['ONE', 'TWO', 'THREE', 'QUORUM', 'ALL'] as const

/** A level that the figure knows. */
export type LevelName = (typeof levelNames)[number]

/** How many of the copies must answer at a level; undefined where there are fewer copies than it names. */
export function needOf(level: LevelName, copies: number): number | undefined {
  const need = { ONE: 1, TWO: 2, THREE: 3, QUORUM: majority(copies), ALL: copies }[level]
  return need <= copies ? need : undefined
}

/** All ways to choose `size` of the first `copies` letters, in order. */
export function setsOf(copies: number, size: number): readonly (readonly string[])[] {
  const choose = (from: number, left: number): string[][] => {
    if (left === 0) return [[]]
    const chosen: string[][] = []
    for (let index = from; index <= copies - left; index++) {
      for (const rest of choose(index + 1, left - 1)) chosen.push([letters[index] as string, ...rest])
    }
    return chosen
  }
  return choose(0, size)
}

/** All sets of copies that a write and a read may wait for, and whether each two share a copy. */
export interface Meeting {
  readonly writeSets: readonly (readonly string[])[]
  readonly readSets: readonly (readonly string[])[]
  /** For each write set and each read set: how many copies they share. */
  readonly shared: readonly (readonly number[])[]
  /** A pair that shares as few copies as any. */
  readonly worst: {
    readonly write: readonly string[]
    readonly read: readonly string[]
    readonly shared: number
  }
  readonly pairs: number
  /** Pairs that share no copy: a read there may miss the write. */
  readonly apart: number
}

/** Lays every set that may confirm a write over every set that may answer a read. */
export function meetingsOf(copies: number, write: number, read: number): Meeting {
  const writeSets = setsOf(copies, write)
  const readSets = setsOf(copies, read)
  const shared = writeSets.map((one) =>
    readSets.map((other) => one.filter((id) => other.includes(id)).length),
  )
  const all = shared.flat()
  const least = Math.min(...all)
  // Of the first write set with such a partner the last one: A and B against B and C, not against A and C.
  const row = shared.findIndex((counts) => counts.includes(least))
  const column = shared[row]?.lastIndexOf(least) ?? 0
  return {
    writeSets,
    readSets,
    shared,
    worst: {
      write: writeSets[row] ?? [],
      read: readSets[column] ?? [],
      shared: least,
    },
    pairs: all.length,
    apart: all.filter((count) => count === 0).length,
  }
}

/** Availability is counted in millionths, so that its powers stay whole numbers. */
const whole = 1_000_000n

/**
 * The chance that at least `need` of `copies` nodes are up, each up `millionths` of the time and independently of the others.
 * Exact: a fraction of whole numbers. (Real failures aren't independent: they share racks, power and bugs.)
 */
export function chanceUp(copies: number, need: number, millionths: number): { over: bigint; under: bigint } {
  const up = BigInt(millionths)
  let over = 0n
  for (let count = need; count <= copies; count++) {
    over +=
      BigInt(setsOf(copies, count).length) * up ** BigInt(count) * (whole - up) ** BigInt(copies - count)
  }
  return { over, under: whole ** BigInt(copies) }
}

/** A fraction as a percentage with all its digits, or so many: rounded down, so that 100 is only said of certainty. */
export function percentText({ over, under }: { over: bigint; under: bigint }, digits = 10): string {
  const scaled = String((over * 100n * 10n ** BigInt(digits)) / under).padStart(digits + 1, '0')
  const decimals = scaled.slice(-digits).replace(/0+$/, '')
  return `${scaled.slice(0, -digits)}${decimals === '' ? '' : `.${decimals}`}%`
}

const msOfYear = 365n * 24n * 3600n * 1000n

/** How long that is down in a year of 365 days, in milliseconds. */
export function downMsAYear({ over, under }: { over: bigint; under: bigint }): number {
  return Number((msOfYear * (under - over)) / under)
}
