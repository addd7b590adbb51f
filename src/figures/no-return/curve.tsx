import { useEffect, useRef, useState } from 'preact/hooks'
import type { PointOfNoReturn } from '#engine/search/futures.ts'
import { unitPixels } from '#figures/cluster/scroll.ts'
import { coordinate } from '#figures/coordinate.ts'
import { rewoundTo } from './words.ts'

/** Where the curve lies in the drawing, in units of which one is a pixel at the usual size of letters. */
const left = 44
const right = 12
const top = 14
const bottom = 30
const height = 150
const usualWidth = 640
/** Below this width the first label needs the room under the scale as well. */
const narrow = 240

/** The share of failing futures over the moments rewound to, drawn as wide as its box: its letters grow with the reader's. */
export function Curve({ curve: { curve, futures, jump } }: { readonly curve: PointOfNoReturn }) {
  const box = useRef<SVGSVGElement>(null)
  const width = useWidth(box)
  const x = (index: number) =>
    left + (curve.length < 2 ? 0 : (index / (curve.length - 1)) * (width - left - right))
  const y = (broken: number) => height - bottom - (broken / futures) * (height - top - bottom)
  const points = curve.map(({ broken }, index) => `${coordinate(x(index))} ${coordinate(y(broken))}`)
  const turned = jump === undefined ? -1 : curve.findIndex(({ atMs }) => atMs >= jump.after.atMs)
  return (
    <svg ref={box} viewBox={`0 0 ${coordinate(width)} ${height}`} aria-hidden="true">
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <path
            class="no-return-grid"
            d={`M${left} ${coordinate(y(share * futures))}H${coordinate(width - right)}`}
          />
          <text class="is-y" x={left - 6} y={y(share * futures) + 4}>
            {share * 100}%
          </text>
        </g>
      ))}
      <path
        class="no-return-area"
        d={`M${left} ${y(0)}L${points.join('L')}L${coordinate(width - right)} ${y(0)}Z`}
      />
      <path class="no-return-line" d={`M${points.join('L')}`} />
      {turned >= 0 && (
        <path class="no-return-turn" d={`M${coordinate(x(turned))} ${top}V${height - bottom}`} />
      )}
      {turned >= 0 && (
        <circle
          class="no-return-point"
          cx={coordinate(x(turned))}
          cy={coordinate(y(curve[turned]!.broken))}
          r="4.5"
        />
      )}
      <text class="is-start" x={width < narrow ? 0 : left} y={height - 10}>
        {rewoundTo(curve[0]?.atMs ?? 0)}
      </text>
      <text class="is-end" x={coordinate(width - right)} y={height - 10}>
        {rewoundTo(curve.at(-1)?.atMs ?? 0)}
      </text>
    </svg>
  )
}

/** How wide the drawing's box is, in units of the drawing. */
function useWidth(box: { readonly current: SVGSVGElement | null }): number {
  const [width, setWidth] = useState(usualWidth)
  useEffect(() => {
    if (box.current === null) return undefined
    const observer = new ResizeObserver(() => {
      const now = box.current!.getBoundingClientRect().width / unitPixels()
      // A figure that's out of sight has no width; a few units are no reason to draw again.
      if (now > 0) setWidth((known) => (Math.abs(now - known) < 2 ? known : now))
    })
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [])
  return width
}
