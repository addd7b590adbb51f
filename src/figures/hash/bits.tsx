interface Props {
  readonly bits: number
  readonly flipped: readonly number[]
}

const columns = 32

/**
 * A digest as rows of 32 bits: a flipped bit stands in ink, a kept one is a small pale dot. Two paths, not a shape a
 * bit: hundreds of elements would be laid out before the first screen can be read.
 */
export function Bits({ bits, flipped }: Props) {
  const changed = new Set(flipped)
  const kept = Array.from({ length: bits }, (_, bit) => bit).filter((bit) => !changed.has(bit))
  const left = (bit: number) => (bit % columns) * 10
  const top = (bit: number) => Math.floor(bit / columns) * 10
  return (
    <svg
      class="bits"
      viewBox={`0 0 ${columns * 10} ${(bits / columns) * 10}`}
      aria-hidden="true"
      data-flipped={flipped.length}
    >
      <path class="bits-kept" d={kept.map((bit) => `M${left(bit) + 5} ${top(bit) + 5}h0`).join('')} />
      <path
        class="bits-flipped"
        d={flipped.map((bit) => `M${left(bit) + 1} ${top(bit) + 1}h8v8h-8z`).join('')}
      />
    </svg>
  )
}
