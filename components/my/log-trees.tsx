import type { Key } from '#learning/sync/key.ts'

/** A tree over this many leaves: an event hangs in the leaf that the first bits of its key name. */
const depth = 4
const leaves = 2 ** depth
const width = 320
const levelHeight = 26

interface Props {
  readonly title: string
  /** Leaves in which the two logs differ. */
  readonly differing: ReadonlySet<number>
  /** How many events this log has in each leaf. */
  readonly counts: readonly number[]
}

/** The leaf of an event's key. */
export const leafOf = ({ high }: Key): number => high >>> (32 - depth)

/** How many events hang in each leaf. */
export function leafCounts(keys: readonly Key[]): readonly number[] {
  const counts = Array.from({ length: leaves }, () => 0)
  for (const key of keys) counts[leafOf(key)]! += 1
  return counts
}

/** One device's log as a Merkle tree: what differs is marked from the leaf up to the root. */
export function LogTree({ title, differing, counts }: Props) {
  const differs = (level: number, index: number): boolean => {
    const span = 2 ** (depth - level)
    return [...differing].some((leaf) => Math.floor(leaf / span) === index)
  }
  const x = (level: number, index: number) => ((index + 0.5) * width) / 2 ** level
  const y = (level: number) => 14 + level * levelHeight
  const levels = Array.from({ length: depth + 1 }, (_, level) => level)
  return (
    <figure class="log-tree">
      <figcaption>
        {title}: {counts.reduce((sum, count) => sum + count, 0)} events,{' '}
        {differing.size === 0 ? 'no leaf differs' : `${differing.size} of ${leaves} leaves differ`}
      </figcaption>
      <svg viewBox={`0 0 ${width} ${y(depth) + 26}`} aria-hidden="true">
        {levels.flatMap((level) =>
          Array.from({ length: 2 ** level }, (_, index) => (
            <g key={`${level}-${index}`} class={differs(level, index) ? 'differs' : 'same'}>
              {level > 0 && (
                <line
                  x1={x(level, index)}
                  y1={y(level)}
                  x2={x(level - 1, Math.floor(index / 2))}
                  y2={y(level - 1)}
                />
              )}
              <circle cx={x(level, index)} cy={y(level)} r={5} />
              {level === depth && (
                <text x={x(level, index)} y={y(level) + 19} text-anchor="middle">
                  {counts[index]}
                </text>
              )}
            </g>
          )),
        )}
      </svg>
    </figure>
  )
}
