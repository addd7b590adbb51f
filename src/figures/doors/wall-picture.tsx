import type { Door, Span } from './game.ts'
import { grouped } from '#figures/quantity.ts'
import { type Rectangle, rectangleOf, rectanglesOf, wallSize } from './wall.ts'

interface Props {
  readonly id: string
  readonly depth: number
  readonly suspects: readonly Span[]
  /** What the last answer cleared: it fades. */
  readonly cleared: readonly Span[]
  /** Where the reader has stood, outermost first. */
  readonly trail: readonly Door[]
  readonly found: number | undefined
  /** The part of the wall that is looked at. */
  readonly view: Rectangle
}

/** Every slip as one small door: those that could still be the one stand in ink, the others have gone pale. */
export function WallPicture({ id, depth, suspects, cleared, trail, found, view }: Props) {
  const { width, height } = wallSize(depth)
  const pattern = (name: string) => `${id}-${name}`
  return (
    <svg class="wall" viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`} aria-hidden="true">
      <defs>
        {['pale', 'ink'].map((name) => (
          <pattern key={name} id={pattern(name)} width="1" height="1" patternUnits="userSpaceOnUse">
            <rect class={`wall-door-${name}`} x="0.14" y="0.1" width="0.72" height="0.8" rx="0.12" />
          </pattern>
        ))}
      </defs>
      <rect width={width} height={height} fill={`url(#${pattern('pale')})`} />
      {rectangles(suspects, depth).map((at) => (
        <g key={keyOf(at)}>
          <rect class="wall-suspects" {...at} />
          <rect {...at} fill={`url(#${pattern('ink')})`} />
        </g>
      ))}
      {rectangles(cleared, depth).map((at) => (
        <rect key={`cleared ${keyOf(at)}`} class="wall-cleared" {...at} fill={`url(#${pattern('ink')})`} />
      ))}
      {trail.map(({ level, index }) => (
        <rect key={level} class="wall-trail" {...rectangleOf(level, index, depth)} />
      ))}
      {view.width < 12 && <Numbers view={view} depth={depth} found={found} />}
      {found !== undefined && <Found at={rectangleOf(depth, found, depth)} view={view} />}
    </svg>
  )
}

/** Close enough to read: the number on each door. */
function Numbers({ view, depth, found }: { view: Rectangle; depth: number; found: number | undefined }) {
  const slips = Array.from({ length: 2 ** depth }, (_, slip) => slip)
  return (
    <g class="wall-numbers">
      {slips
        .map((slip) => ({ slip, at: rectangleOf(depth, slip, depth) }))
        .filter(({ slip, at }) => slip !== found && touches(at, view))
        .map(({ slip, at }) => (
          <text key={slip} x={at.x + 0.5} y={at.y + 0.42}>
            {grouped(slip + 1)}
          </text>
        ))}
    </g>
  )
}

/** The one door, in B's colour and shape, ringed so that it is seen from afar. */
function Found({ at, view }: { at: Rectangle; view: Rectangle }) {
  const x = at.x + at.width / 2
  const y = at.y + at.height / 2
  const size = Math.max(0.72, view.width / 90)
  return (
    <g class="wall-found">
      <rect class="wall-found-door" x={x - size / 2} y={y - size / 2} width={size} height={size} />
      <circle cx={x} cy={y} r={size * 1.9} />
    </g>
  )
}

/** The whole wall, small, with a frame around the part that is looked at. */
export function WallMap({ depth, view }: { depth: number; view: Rectangle }) {
  const { width, height } = wallSize(depth)
  const least = width / 24
  const box = { width: Math.max(view.width, least), height: Math.max(view.height, least / 2) }
  return (
    <svg class="wall-map" viewBox={`-4 -4 ${width + 8} ${height + 8}`} aria-hidden="true">
      <rect class="wall-map-all" width={width} height={height} />
      <rect
        class="wall-map-view"
        x={view.x + (view.width - box.width) / 2}
        y={view.y + (view.height - box.height) / 2}
        {...box}
      />
    </svg>
  )
}

function touches(at: Rectangle, view: Rectangle): boolean {
  return (
    at.x < view.x + view.width &&
    at.x + at.width > view.x &&
    at.y < view.y + view.height &&
    at.y + at.height > view.y
  )
}

function rectangles(spans: readonly Span[], depth: number): readonly Rectangle[] {
  return spans.flatMap((span) => rectanglesOf(span, depth))
}

function keyOf({ x, y, width, height }: Rectangle): string {
  return `${x} ${y} ${width} ${height}`
}
