import { counted } from '#figures/quantity.ts'

const columns = 50
const size = 10

/** One square an attack: pale before it ran, green where the answer was fresh, a red cross where an old one got through. */
export function Wall({
  seeds,
  tried,
  broken,
}: {
  readonly seeds: number
  readonly tried: number
  readonly broken: readonly number[]
}) {
  const rows = Math.ceil(seeds / columns)
  const through = new Set(broken)
  const held: string[] = []
  const crosses: string[] = []
  for (let seed = 1; seed <= tried; seed++) {
    const [x, y] = [((seed - 1) % columns) * size, Math.floor((seed - 1) / columns) * size]
    if (through.has(seed)) crosses.push(`M${x + 1} ${y + 1}l8 8m0 -8l-8 8`)
    else held.push(`M${x + 1} ${y + 1}h8v8h-8z`)
  }
  return (
    <svg
      class="adversary-wall"
      viewBox={`0 0 ${columns * size} ${rows * size}`}
      role="img"
      aria-label={`${counted(tried, 'attack')} of ${counted(seeds, 'attack')} made, ${broken.length} returned a stale answer`}
    >
      <path class="adversary-open" d={openRows(seeds, tried)} />
      <path class="adversary-held" d={held.join('')} />
      <path class="adversary-through" d={crosses.join('')} />
    </svg>
  )
}

/** The squares that wait, row by row: the stylesheet's dashes make squares of a line, and a thousand of them are short to ship. */
function openRows(seeds: number, tried: number): string {
  let path = ''
  for (let first = tried; first < seeds; first += columns - (first % columns)) {
    const row = Math.floor(first / columns)
    const end = Math.min(seeds, (row + 1) * columns)
    path += `M${(first % columns) * size + 3} ${row * size + 5}h${(end - first) * size - 6}`
  }
  return path
}
