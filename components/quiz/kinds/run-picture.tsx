import type { PicturedMessage, RunPicture } from '#learning/kinds/click.ts'

interface Props {
  readonly picture: RunPicture
  /** What can be clicked, in the order of its numbers. */
  readonly targets: readonly string[]
  readonly chosen: string | undefined
  readonly right: string | undefined
  pick?(target: string): void
}

const width = 520
const left = 74
const right = 500
const laneHeight = 58

/** A run in short: a line for each participant, time to the right, a slanted line for each message, a number on what can be clicked. */
export function RunPictureView({ picture, targets, chosen, right: rightOne, pick }: Props) {
  const { lanes, messages, lives, fromMs, toMs } = picture
  const y = (lane: string) => 34 + lanes.findIndex(({ id }) => id === lane) * laneHeight
  const x = (at: number) => left + ((at - fromMs) / Math.max(1, toMs - fromMs)) * (right - left)
  const height = 20 + lanes.length * laneHeight
  const mark = (id: string) => ({
    number: targets.indexOf(id) + 1,
    isChosen: id === chosen,
    verdict:
      rightOne === undefined ? undefined : id === rightOne ? 'right' : id === chosen ? 'wrong' : undefined,
    pick: pick && (() => pick(id)),
  })
  return (
    <svg class="run-picture" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {lanes.map(({ id, isClient }) => (
        <g key={id} class={isClient ? 'client' : 'server'}>
          <line x1={left} x2={right} y1={y(id)} y2={y(id)} />
          <text x={targets.includes(id) ? 34 : 6} y={y(id) + 5}>
            {id}
          </text>
          {targets.includes(id) && <Target x={18} y={y(id)} {...mark(id)} />}
        </g>
      ))}
      {lives.map(({ lane, from, to }) => (
        <line key={`${lane}${from}`} class="down" x1={x(from)} x2={x(to)} y1={y(lane)} y2={y(lane)} />
      ))}
      {messages.map((message) => (
        <Message key={message.id} message={message} ends={endsOf(message, x, y)} />
      ))}
      {messages
        .filter(({ id }) => targets.includes(id))
        .map((message) => {
          const { x1, x2, y1, y2 } = endsOf(message, x, y)
          return (
            <Target
              key={message.id}
              x={x1 + (x2 - x1) * 0.5}
              y={y1 + (y2 - y1) * 0.5}
              {...mark(message.id)}
            />
          )
        })}
    </svg>
  )
}

interface Ends {
  readonly x1: number
  readonly x2: number
  readonly y1: number
  readonly y2: number
}

/** A lost message ends half-way. */
function endsOf(message: PicturedMessage, x: (at: number) => number, y: (lane: string) => number): Ends {
  const [y1, whole] = [y(message.from), y(message.to)]
  const x1 = x(message.sentAt)
  const x2 = Math.max(x(message.endAt), x1 + 10)
  return { x1, x2, y1, y2: message.isLost ? y1 + (whole - y1) * 0.6 : whole }
}

function Message({ message, ends }: { readonly message: PicturedMessage; readonly ends: Ends }) {
  const { x1, x2, y1, y2 } = ends
  return (
    <g class={message.isLost ? 'message lost' : 'message'}>
      <line x1={x1} x2={x2} y1={y1} y2={y2} />
      {message.isLost ? (
        <path d={`M${x2 - 6} ${y2 - 6}l12 12m0 -12l-12 12`} />
      ) : (
        <circle cx={x2} cy={y2} r="3.5" />
      )}
    </g>
  )
}

interface TargetProps {
  readonly x: number
  readonly y: number
  readonly number: number
  readonly isChosen: boolean
  readonly verdict: string | undefined
  readonly pick: (() => void) | undefined
}

/** Twelve pixels about the number: with the list below it there's a larger way to choose as well. */
function Target({ x, y, number, isChosen, verdict, pick }: TargetProps) {
  return (
    <g
      class={`target${isChosen ? ' chosen' : ''}`}
      data-target={number}
      data-verdict={verdict}
      onClick={pick}
    >
      <circle cx={x} cy={y} r="14" />
      <text x={x} y={y + 5} text-anchor="middle">
        {number}
      </text>
    </g>
  )
}
