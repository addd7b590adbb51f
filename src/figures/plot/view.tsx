import { grouped } from '#figures/quantity.ts'
import { coordinate } from '#figures/coordinate.ts'
import plotCss from './plot.css?url'
import { scaleOf } from './scale.ts'

/** What `plot` of a cell gives: lines over one pair of axes. */
export interface PlotData {
  readonly x: string
  readonly y: string
  readonly lines: readonly {
    readonly name: string
    readonly points: readonly (readonly [x: number, y: number])[]
  }[]
}

const width = 400
const height = 250
const left = 62
const right = 18
const top = 26
const bottom = 48
/** How wide a sign of the letters is at most, in units of the drawing. */
const sign = 8
/** Beyond these, lines are told apart by name alone. */
const looks = ['A', 'B', 'C', 'D', 'E', 'F']

/** Lines over a pair of axes, and the same numbers as a table. */
export function PlotView({ data }: { readonly data: PlotData }) {
  const { lines } = data
  const points = lines.flatMap((line) => line.points)
  if (points.length === 0)
    return <p class="cell-notice">There’s nothing to plot: the lines have no points.</p>
  const x = scaleOf(points.map(([value]) => value), left, width - right, false) // prettier-ignore
  const y = scaleOf(points.map(([, value]) => value), height - bottom, top, true) // prettier-ignore
  return (
    <figure class="plot" data-lines={lines.length}>
      <link rel="stylesheet" href={plotCss} />
      <ul class="plot-key">
        {lines.map(({ name }, index) => (
          <li key={name} class={`plot-line-${looks[index % looks.length]!}`}>
            <svg viewBox="0 0 26 10" aria-hidden="true">
              <path class="plot-line" d="M0 5H26" />
            </svg>
            {name}
          </li>
        ))}
      </ul>
      <div class="drawing">
        <svg class="plot-drawing" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          {y.ticks.map((value) => (
            <g key={value}>
              <path class="plot-grid" d={`M${left} ${y.at(value)}H${width - right}`} />
              <text class="plot-tick is-y" x={left - 8} y={y.at(value) + 4.5}>
                {numberText(value)}
              </text>
            </g>
          ))}
          {roomy(x.ticks).map((value) => (
            <text key={value} class="plot-tick" x={x.at(value)} y={height - bottom + 20}>
              {numberText(value)}
            </text>
          ))}
          <path class="plot-axis" d={`M${left} ${top}V${height - bottom}H${width - right}`} />
          <text class="plot-name" x={width - right} y={height - 8}>
            {data.x}
          </text>
          <text class="plot-name is-y" x="4" y="14">
            {data.y}
          </text>
          {lines.map((line, index) => (
            <g key={line.name} class={`plot-line-${looks[index % looks.length]!}`} data-line={line.name}>
              <path class="plot-line" d={pathOf(line.points.map(([a, b]) => [x.at(a), y.at(b)]))} />
              {line.points.length <= 60 &&
                line.points.map(([a, b], place) => (
                  <circle
                    key={place}
                    class="plot-point"
                    cx={coordinate(x.at(a))}
                    cy={coordinate(y.at(b))}
                    r="2.6"
                  />
                ))}
            </g>
          ))}
        </svg>
      </div>
      <details>
        <summary>The numbers ({grouped(points.length)})</summary>
        <Numbers data={data} />
      </details>
    </figure>
  )
}

const mostRows = 200

/** One row for each x, one column for each line. */
function Numbers({ data: { x, y, lines } }: { data: PlotData }) {
  const all = [...new Set(lines.flatMap(({ points }) => points.map(([a]) => a)))].sort((a, b) => a - b)
  const values = lines.map(({ points }) => new Map(points))
  return (
    <div class="table" tabIndex={0} role="group" aria-label={`${y} by ${x}`}>
      <table>
        <caption class="visually-hidden">
          {y} by {x}
        </caption>
        <thead>
          <tr>
            <th scope="col">{x}</th>
            {lines.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {all.slice(0, mostRows).map((value) => (
            <tr key={value}>
              <th scope="row">{numberText(value)}</th>
              {values.map((column, index) => (
                <td key={index}>{column.has(value) ? numberText(column.get(value)!) : ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {all.length > mostRows && <p class="soft">{grouped(all.length - mostRows)} more rows</p>}
    </div>
  )
}

/** As many of the ticks as have room beside each other: all of them, every second, every third... */
function roomy(ticks: readonly number[]): readonly number[] {
  const widest = Math.max(...ticks.map((value) => numberText(value).length)) * sign + sign
  const every = Math.ceil((widest * (ticks.length - 1)) / (width - right - left)) || 1
  return ticks.filter((_, place) => place % every === 0)
}

/** Four figures are enough to read off a plot. */
function numberText(value: number): string {
  return grouped(Number(value.toPrecision(4)))
}

function pathOf(points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${coordinate(x)} ${coordinate(y)}`).join('')
}
