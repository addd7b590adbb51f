import type { Ms, NodeId } from '#engine/core/types.ts'
import { coordinate } from '#figures/coordinate.ts'
import type { Call, Stretch } from './calls.ts'
import type { Happening } from './happenings.ts'

interface Props {
  readonly id: string
  readonly label: string
  readonly calls: readonly Call[]
  readonly life: readonly Stretch[]
  readonly happenings: readonly Happening[]
  /** What the width stands for. */
  readonly endMs: Ms
  /** 'on': only A's line is to be seen; 'lifting': it was so a moment ago; 'off'. */
  readonly cover: 'on' | 'lifting' | 'off'
  /** Until here A's line is the same in both worlds: it's marked. */
  readonly sameUntilMs?: Ms | undefined
  /** Since when A waits for a word of B. */
  readonly lastWordMs: Ms
}

const width = 360
const height = 196
const [left, right] = [28, 354]
const lane: Readonly<Record<NodeId, number>> = { B: 40, A: 100, C: 156 }
/** Where the covers end, above and below A's line. */
const [coverB, coverC] = [72, 128]

/** Three kitchens as three lines, time to the right. A's is in the middle, so that its calls to B go up and to C down. */
export function WorldPicture(props: Props) {
  const { id, label, calls, life, happenings, endMs, cover, sameUntilMs, lastWordMs } = props
  const x = (ms: Ms) => coordinate(left + (ms / endMs) * (right - left))
  const covered = cover === 'on'
  return (
    <div class="drawing">
      <svg
        class={endMs > 40_000 ? 'world dense' : 'world'}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={label}
      >
        <defs>
          <pattern id={`${id}-cover`} width="7" height="7" patternUnits="userSpaceOnUse">
            <path class="cover-hatch" d="M-1 8L8 -1M-1 1L1 -1M6 8L8 6" />
          </pattern>
        </defs>
        {sameUntilMs !== undefined && (
          <rect
            class="world-same"
            x={left}
            y={lane.A! - 13}
            width={x(sameUntilMs) - left}
            height="26"
            rx="3"
          />
        )}
        <Axis endMs={endMs} x={x} />
        {calls.map((call) => (
          <CallLine
            key={`${call.from}${call.to}${call.sentMs}${call.matters}`}
            call={call}
            x={x}
            covered={covered}
          />
        ))}
        <path class="world-life node-A" d={`M${left} ${lane.A}H${right}`} />
        {!covered && (
          <>
            {life.map(({ fromMs, toMs, state }) => (
              <path
                key={fromMs}
                class={`world-life node-B ${state}`}
                d={`M${x(fromMs)} ${lane.B}H${x(toMs)}`}
              />
            ))}
            <path class="world-life node-C" d={`M${left} ${lane.C}H${right}`} />
          </>
        )}
        {cover !== 'off' && <Cover id={id} covered={covered} waits={[x(lastWordMs), right]} />}
        <Letter node="A" />
        <Letter node="B" />
        <Letter node="C" />
        <Numbers happenings={happenings} x={x} />
      </svg>
    </div>
  )
}

function CallLine({ call, x, covered }: { call: Call; x: (ms: Ms) => number; covered: boolean }) {
  const { from, to, sentMs, heardMs, matters } = call
  const edge = (other: NodeId) => (covered ? (other === 'B' ? coverB : coverC) : lane[other]!)
  const other = from === 'A' ? to : from
  // A call that nobody hears ends on its way.
  const share = heardMs === undefined && !covered ? 0.55 : 1
  const away = lane.A! + (edge(other) - lane.A!) * share
  const [start, end] = from === 'A' ? [lane.A!, away] : [edge(other), lane.A!]
  const [startX, endX] = covered
    ? [x(heardMs ?? sentMs), x(heardMs ?? sentMs)]
    : [x(sentMs), heardMs === undefined ? x(sentMs + 140) : x(heardMs)]
  const isHeardByA = from !== 'A' && heardMs !== undefined
  return (
    <g
      class={`call node-${from}${matters ? ' matters' : ''}${heardMs === undefined && !covered ? ' unheard' : ''}${(heardMs ?? 0) - sentMs > 1_000 ? ' late' : ''}`}
    >
      <path d={`M${startX} ${start}L${endX} ${end}`} />
      {isHeardByA && <HeardMark node={from} at={x(heardMs)} />}
    </g>
  )
}

/** What A hears is a mark of the speaker's shape on A's line. */
function HeardMark({ node, at }: { node: NodeId; at: number }) {
  return node === 'B' ? (
    <rect x={coordinate(at - 2.6)} y={lane.A! - 6.6} width="5.2" height="5.2" />
  ) : (
    <path d={`M${at} ${lane.A! + 1.6}l3.1 5.4h-6.2z`} />
  )
}

function Cover({
  id,
  covered,
  waits: [from, to],
}: {
  id: string
  covered: boolean
  waits: readonly [number, number]
}) {
  return (
    <g class={covered ? 'cover' : 'cover lifting'}>
      {[
        [4, coverB],
        [coverC, 176],
      ].map(([top = 0, bottom = 0]) => (
        <g key={top}>
          <rect class="cover-sheet" x="0" y={top} width={width} height={bottom - top} rx="5" />
          <rect x="0" y={top} width={width} height={bottom - top} rx="5" fill={`url(#${id}-cover)`} />
        </g>
      ))}
      <text class="cover-word" x={(left + right) / 2} y={156}>
        A can’t see what C does
      </text>
      <text class="cover-word" x={(left + right) / 2} y={34}>
        A can’t see what B does
      </text>
      {covered && to - from > 60 && (
        <>
          <path class="cover-wait" d={`M${from + 4} 60v6H${to}v-6`} />
          <text class="cover-word strong" x={(from + to) / 2 + 2} y={56}>
            nothing from B
          </text>
        </>
      )}
    </g>
  )
}

function Axis({ endMs, x }: { endMs: Ms; x: (ms: Ms) => number }) {
  const step = [2_000, 5_000, 10_000, 20_000].find((each) => endMs / each <= 8) ?? 30_000
  const ticks = Array.from({ length: Math.floor(endMs / step) + 1 }, (_, tick) => tick * step)
  return (
    <g class="world-axis">
      {ticks.map((ms) => (
        <g key={ms}>
          <path d={`M${x(ms)} 24V180`} />
          <text x={x(ms)} y="192" text-anchor={ms === 0 ? 'start' : 'middle'}>
            {ms === 0 ? '0 s' : `${ms / 1000}`}
          </text>
        </g>
      ))}
    </g>
  )
}

function Letter({ node }: { node: 'A' | 'B' | 'C' }) {
  const y = lane[node]!
  return (
    <g class={`node-${node}`}>
      {node === 'A' && <circle class="body" cx="13" cy={y} r="10.5" />}
      {node === 'B' && <rect class="body" x="3" y={y - 10} width="20" height="20" />}
      {node === 'C' && <path class="body" d={`M13 ${y - 13}L25 ${y + 9}H1z`} />}
      <text class="name world-letter" x="13" y={y + (node === 'C' ? 6 : 4)}>
        {node}
      </text>
    </g>
  )
}

/** The numbers of the list, each on its kitchen's line; those that would lie over each other step aside. */
function Numbers({ happenings, x }: { happenings: readonly Happening[]; x: (ms: Ms) => number }) {
  const placed: { node: NodeId; at: number; up: number }[] = []
  return (
    <g class="world-numbers">
      {happenings.map(({ atMs, node, bad }, index) => {
        const at = Math.max(left + 7, x(atMs))
        const near = placed.filter((other) => other.node === node && Math.abs(other.at - at) < 16.5)
        const up = [0, 1, -1, 2].find((step) => near.every((other) => other.up !== step)) ?? 0
        placed.push({ node, at, up })
        const y = lane[node]! - up * 16.5
        return (
          <g key={index} class={bad ? 'bad' : undefined}>
            <circle class={`node-${node}`} cx={at} cy={y} r="8" />
            <text x={at} y={y + 4.3}>
              {index + 1}
            </text>
          </g>
        )
      })}
    </g>
  )
}
