interface Props {
  readonly bits: number
  readonly flipped: readonly number[]
}

const columns = 32

/**
 * A digest as rows of 32 bits: a flipped bit stands in ink, a kept one is a small pale dot. Two paths, not a shape a
 * bit: hundreds of elements would be laid out before the first screen can be read. Every bit has its dot, and ink covers
 * those that flipped: so the dots are the same row again and again, which a page ships in a few bytes.
 */
export function Bits({ bits, flipped }: Props) {
  const rows = Array.from({ length: bits / columns }, (_, row) => row)
  const dots = 'h0m10 0'.repeat(columns)
  return (
    <svg
      class="bits"
      viewBox={`0 0 ${columns * 10} ${rows.length * 10}`}
      aria-hidden="true"
      data-flipped={flipped.length}
    >
      <path class="bits-kept" d={rows.map((row) => `M5 ${row * 10 + 5}${dots}`).join('')} />
      <path class="bits-flipped" d={rows.map((row) => squares(row, flipped)).join('')} />
    </svg>
  )
}

/** The squares of a row, each by its distance from the one before it. */
function squares(row: number, flipped: readonly number[]): string {
  const places = flipped.filter((bit) => Math.floor(bit / columns) === row).map((bit) => (bit % columns) * 10)
  return places
    .map((left, index) => {
      const start = index === 0 ? `M${left + 1} ${row * 10 + 1}` : `m${left - places[index - 1]!} 0`
      return `${start}h8v8h-8z`
    })
    .join('')
}
