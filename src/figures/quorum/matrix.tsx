import { counted } from '#figures/quantity.ts'
import type { Meeting } from './quorum.ts'

const size = 10

/** Every set that may confirm a write against every set that may answer a read: a square where they meet, a cross where not. */
export function Matrix({
  meeting: { writeSets, readSets, shared, pairs, apart },
}: {
  readonly meeting: Meeting
}) {
  const named = Math.max(writeSets.length, readSets.length) <= 6
  const inset = named ? size * 2.4 : 0
  const squares: string[] = []
  const crosses: string[] = []
  for (const [row, counts] of shared.entries()) {
    for (const [column, count] of counts.entries()) {
      const [x, y] = [inset + column * size, inset / 2 + row * size]
      if (count === 0) crosses.push(`M${x + 2} ${y + 2}l6 6m0 -6l-6 6`)
      else squares.push(`M${x + 1} ${y + 1}h8v8h-8z`)
    }
  }
  return (
    <figure class="quorum-pairs">
      {/* It can scroll, so a key has to reach it. */}
      <div tabIndex={0} role="group" aria-label="Pairs of sets">
        <svg
          viewBox={`0 0 ${inset + readSets.length * size} ${inset / 2 + writeSets.length * size}`}
          role="img"
          aria-label={`${counted(pairs, 'pair')} of a write set and a read set; ${apart} don’t overlap`}
          data-columns={readSets.length}
        >
          {named &&
            readSets.map((set, column) => (
              <text key={column} class="quorum-across" x={inset + (column + 0.5) * size} y={size * 0.75}>
                {set.join('')}
              </text>
            ))}
          {named &&
            writeSets.map((set, row) => (
              <text key={row} class="quorum-down" x={inset - 2} y={inset / 2 + (row + 0.5) * size}>
                {set.join('')}
              </text>
            ))}
          <path class="quorum-meet" d={squares.join('')} />
          <path class="quorum-apart" d={crosses.join('')} />
        </svg>
      </div>
      <figcaption>
        Rows: replicas that acknowledged the write. Columns: replicas that answer the read. A square means
        they overlap, a cross that they don’t.
      </figcaption>
    </figure>
  )
}
