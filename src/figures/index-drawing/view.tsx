import { counted, grouped } from '#figures/quantity.ts'
import { scaleOf } from '#figures/plot/scale.ts'
import css from './index-drawing.css?url'

interface Placed {
  /** How many numbers a row has; the drawing uses the first two. */
  readonly dims: number
  readonly places: readonly (readonly [row: number, x: number, y: number])[]
  readonly rows: number
}

/** What `show` of an index gives. */
export type IndexData =
  | (Placed & {
      readonly of: 'graph'
      readonly entry: number
      readonly marked: readonly number[]
      readonly layers: readonly {
        readonly layer: number
        readonly rows: number
        readonly links: number
        readonly drawnRows: readonly number[]
        readonly drawnLinks: readonly (readonly [number, number])[]
      }[]
    })
  | (Placed & {
      readonly of: 'lists'
      readonly centres: readonly (readonly [number, number])[]
      readonly lists: readonly {
        readonly list: number
        readonly rows: number
        readonly drawnRows: readonly number[]
      }[]
    })

const side = 180
const margin = 12

/** An index as a small drawing, and the same in words: a graph layer by layer, or lists with their centres. */
export function IndexView({ data }: { readonly data: IndexData }) {
  if (data.places.length === 0) return <p class="cell-notice">This index has no rows yet.</p>
  const points = [
    ...data.places.map(([, x, y]) => [x, y] as const),
    ...(data.of === 'lists' ? data.centres : []),
  ]
  const x = scaleOf(points.map(([value]) => value), margin, side - margin, false) // prettier-ignore
  const y = scaleOf(points.map(([, value]) => value), side - margin, margin, false) // prettier-ignore
  const at = new Map(data.places.map(([row, one, other]) => [row, [x.at(one), y.at(other)] as const]))
  return (
    <figure class="index-drawing" data-of={data.of}>
      <link rel="stylesheet" href={css} />
      <div class="index-panels">
        {data.of === 'graph' ? <Graph data={data} at={at} /> : <Lists data={data} at={at} x={x} y={y} />}
      </div>
      <figcaption>{indexInWords(data)}</figcaption>
    </figure>
  )
}

type At = ReadonlyMap<number, readonly [number, number]>

function Graph({ data, at }: { readonly data: Extract<IndexData, { of: 'graph' }>; readonly at: At }) {
  const marked = new Set(data.marked)
  return (
    <>
      {data.layers.map(({ layer, rows, links, drawnRows, drawnLinks }) => (
        <div key={layer} class="index-panel">
          <svg viewBox={`0 0 ${side} ${side}`} aria-hidden="true">
            <path class="index-link" d={drawnLinks.map(([from, to]) => line(at, from, to)).join('')} />
            {drawnRows.map((row) => (
              <circle
                key={row}
                class={
                  row === data.entry ? 'index-row entry' : marked.has(row) ? 'index-row marked' : 'index-row'
                }
                cx={at.get(row)?.[0]}
                cy={at.get(row)?.[1]}
                r={row === data.entry ? 5 : 3}
              />
            ))}
          </svg>
          <p>
            Layer {layer}: {counted(rows, 'row')}, {counted(links, 'link')}
          </p>
        </div>
      ))}
    </>
  )
}

interface ListsProps {
  readonly data: Extract<IndexData, { of: 'lists' }>
  readonly at: At
  readonly x: { at(value: number): number }
  readonly y: { at(value: number): number }
}

function Lists({ data, at, x, y }: ListsProps) {
  return (
    <div class="index-panel">
      <svg viewBox={`0 0 ${side} ${side}`} aria-hidden="true">
        {data.lists.map(({ list, drawnRows }) => {
          const centre = data.centres[list]!
          const [cx, cy] = [x.at(centre[0]), y.at(centre[1])]
          return (
            <g key={list}>
              <path
                class="index-link"
                d={drawnRows.map((row) => `M${cx} ${cy}L${at.get(row)?.join(' ') ?? `${cx} ${cy}`}`).join('')}
              />
              {drawnRows.map((row) => (
                <circle key={row} class="index-row" cx={at.get(row)?.[0]} cy={at.get(row)?.[1]} r={3} />
              ))}
              <rect class="index-centre" x={cx - 4} y={cy - 4} width={8} height={8} />
            </g>
          )
        })}
      </svg>
      <p>
        {counted(data.lists.length, 'list')} of {span(data.lists.map(({ rows }) => rows))} rows
      </p>
    </div>
  )
}

function line(at: At, from: number, to: number): string {
  const [one, other] = [at.get(from), at.get(to)]
  return one && other ? `M${one.join(' ')}L${other.join(' ')}` : ''
}

/** What the drawing shows, in words: it stands for the drawing where that isn't seen. */
export function indexInWords(data: IndexData): string {
  const left = data.rows - data.places.length
  const some = left > 0 ? ` ${grouped(data.places.length)} of ${counted(data.rows, 'row')} are drawn.` : ''
  const flat =
    data.dims > 2
      ? ` Each row has ${data.dims} numbers; the drawing places it by the first two, so near rows can look far apart.`
      : ''
  if (data.of === 'lists')
    return `${counted(data.rows, 'row')} in ${counted(data.lists.length, 'list')}, each around its centre (a square). The lists hold ${span(data.lists.map(({ rows }) => rows))} rows.${some}${flat}`
  const marked = data.marked.length > 0 ? ` ${counted(data.marked.length, 'row')} deleted by marking.` : ''
  return `A graph of ${counted(data.rows, 'row')} in ${counted(data.layers.length, 'layer')}. Searches begin at row ${data.entry} (the ring).${marked}${some}${flat}`
}

function span(counts: readonly number[]): string {
  const [least, most] = [Math.min(...counts), Math.max(...counts)]
  return least === most ? grouped(least) : `${grouped(least)} to ${grouped(most)}`
}
