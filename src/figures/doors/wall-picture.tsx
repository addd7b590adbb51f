import type { ReadonlySignal } from '@preact/signals'
import type { Door, Span } from './game.ts'
import { grouped } from '#figures/quantity.ts'
import { type Rectangle, rectangleOf, rectanglesOf, slipsIn, wallSize } from './wall.ts'

/** What is looked at, frame by frame: bound to the drawing, so that a zoom draws nothing else again. */
export interface WallView {
  /** As a viewBox. */
  readonly box: ReadonlySignal<string>
  /** The same as a frame on the map. */
  readonly frame: ReadonlySignal<string>
}

interface Props {
  readonly id: string
  readonly depth: number
  readonly suspects: readonly Span[]
  /** What the last answer cleared: it fades. */
  readonly cleared: readonly Span[]
  /** Where the reader has stood, outermost first. */
  readonly trail: readonly Door[]
  readonly found: number | undefined
  readonly view: WallView
  /** The part in which doors are large enough to bear numbers, if any is. */
  readonly closeUp: Rectangle | undefined
}

/** Every slip as one small door: those that could still be the one stand in ink, the others have gone pale. */
export function WallPicture({ id, depth, suspects, cleared, trail, found, view, closeUp }: Props) {
  const { width, height } = wallSize(depth)
  const pattern = (name: string) => `${id}-${name}`
  return (
    <svg class="wall" viewBox={view.box} aria-hidden="true">
      <defs>
        {['pale', 'ink'].map((name) => (
          <pattern key={name} id={pattern(name)} width="1" height="1" patternUnits="userSpaceOnUse">
            <rect class={`wall-door-${name}`} x="0.14" y="0.1" width="0.72" height="0.8" rx="0.12" />
          </pattern>
        ))}
      </defs>
      <rect width={width} height={height} fill={`url(#${pattern('pale')})`} />
      {rectangles(suspects, depth).map((at) => (
        <g key={rectangleKey(at)}>
          <rect class="wall-suspects" {...at} />
          <rect {...at} fill={`url(#${pattern('ink')})`} />
        </g>
      ))}
      {rectangles(cleared, depth).map((at) => (
        <rect
          key={`cleared ${rectangleKey(at)}`}
          class="wall-cleared"
          {...at}
          fill={`url(#${pattern('ink')})`}
        />
      ))}
      {trail.map(({ level, index }) => (
        <rect key={level} class="wall-trail" {...rectangleOf(level, index, depth)} />
      ))}
      {closeUp && <Numbers at={closeUp} depth={depth} suspects={suspects} />}
      {found !== undefined && <Found at={rectangleOf(depth, found, depth)} size={width / 90} />}
    </svg>
  )
}

/** Close enough to read: the number on each door that is still a suspect. */
function Numbers(props: { at: Rectangle; depth: number; suspects: readonly Span[] }) {
  const { at, depth, suspects } = props
  const isSuspect = (slip: number) => suspects.some(({ from, to }) => slip >= from && slip < to)
  return (
    <g class="wall-numbers">
      {slipsIn(at, depth)
        .filter(isSuspect)
        .map((slip) => {
          const { x, y } = rectangleOf(depth, slip, depth)
          return (
            <text key={slip} x={x + 0.5} y={y + 0.42}>
              {grouped(slip + 1)}
            </text>
          )
        })}
    </g>
  )
}

/** The one door, in B's colour and shape, ringed so that it's seen from afar. */
function Found({ at, size }: { at: Rectangle; size: number }) {
  const x = at.x + at.width / 2
  const y = at.y + at.height / 2
  return (
    <g class="wall-found">
      <rect class="wall-found-door" x={x - size / 2} y={y - size / 2} width={size} height={size} />
      <circle cx={x} cy={y} r={size * 1.9} />
    </g>
  )
}

/** The whole wall, small, with a frame around the part that is looked at. */
export function WallMap({ depth, view }: { depth: number; view: WallView }) {
  const { width, height } = wallSize(depth)
  return (
    <svg class="wall-map" viewBox={`-4 -4 ${width + 8} ${height + 8}`} aria-hidden="true">
      <rect class="wall-map-all" width={width} height={height} />
      <path class="wall-map-view" d={view.frame} />
    </svg>
  )
}

function rectangles(spans: readonly Span[], depth: number): readonly Rectangle[] {
  return spans.flatMap((span) => rectanglesOf(span, depth))
}

function rectangleKey({ x, y, width, height }: Rectangle): string {
  return `${x} ${y} ${width} ${height}`
}
