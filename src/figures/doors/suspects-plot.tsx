/** Suspects left after each question, the start included: [32768, 16384, ...]. */
export interface Path {
  readonly name: 'yours' | 'perfect' | 'pairs'
  readonly label: string
  readonly suspects: readonly number[]
}

interface Props {
  readonly paths: readonly Path[]
  readonly depth: number
}

const plotWidth = 1000
const plotHeight = 300

/** How the suspects fell, question by question, each step down a halving. Flat stretches are questions that told nothing. */
export function SuspectsPlot({ paths, depth }: Props) {
  const questions = Math.max(...paths.map((path) => path.suspects.length - 1))
  const x = (question: number) => Math.round((question / questions) * plotWidth * 10) / 10
  const y = (count: number) => Math.round((1 - Math.log2(count) / depth) * (plotHeight - 12) * 10) / 10 + 6
  return (
    <svg
      class="plot"
      viewBox={`0 0 ${plotWidth} ${plotHeight}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      data-questions={questions}
    >
      {Array.from({ length: depth + 1 }, (_, level) => (
        <path key={level} class="plot-grid" d={`M0 ${y(2 ** level)}H${plotWidth}`} />
      ))}
      {paths.map((path) => (
        <path
          key={path.name}
          class={`plot-path plot-${path.name}`}
          d={path.suspects
            .map((count, question) => (question === 0 ? `M0 ${y(count)}` : `H${x(question)}V${y(count)}`))
            .join('')}
        />
      ))}
    </svg>
  )
}
