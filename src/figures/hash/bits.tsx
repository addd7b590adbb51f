interface Props {
  readonly bits: number
  readonly flipped: readonly number[]
}

const columns = 32

/** A digest as rows of 32 bits: a flipped bit stands in ink, a kept one is a small pale dot. */
export function Bits({ bits, flipped }: Props) {
  const changed = new Set(flipped)
  return (
    <svg
      class="bits"
      viewBox={`0 0 ${columns * 10} ${(bits / columns) * 10}`}
      aria-hidden="true"
      data-flipped={flipped.length}
    >
      {Array.from({ length: bits }, (_, bit) => {
        const x = (bit % columns) * 10
        const y = Math.floor(bit / columns) * 10
        return changed.has(bit) ? (
          <rect
            key={`${bit} flipped`}
            class="bit-flipped"
            x={x + 0.75}
            y={y + 0.75}
            width="8.5"
            height="8.5"
            rx="1.5"
          />
        ) : (
          <circle key={bit} class="bit-kept" cx={x + 5} cy={y + 5} r="1.6" />
        )
      })}
    </svg>
  )
}
