import type { OutlinedMessage, Step } from '#outline/types.ts'
import type { DiagramProps } from './diagram-props.ts'
import { stepAt } from './frame.ts'
import { axisHeight, Cover, Ground, Head } from './ground.tsx'
import { LaneLine } from './lane-line.tsx'
import { MessageLine } from './message-line.tsx'
import { momentText } from './moment.ts'
import { OperationBar, spaceFor } from './operation-bar.tsx'
import { Dot } from './step-dot.tsx'

/** The drawing is as large as the reader's letters: 16 of its units to the size of the page's text. */
const rem = (units: number) => Number((units / 16).toFixed(3))

/** The space-time diagram: time runs to the right, every participant has a line, and a slanted line is a message. */
export function Diagram(props: DiagramProps) {
  const { outline, axis, lanes, at, from, to, lit } = props
  const place = stepAt(outline, at)
  const current = outline.steps[place]
  const head = props.head ?? axis.x(current?.at ?? 0)
  const { top, bottom, coverX, width } = edgesOf(props)
  const laneOf = new Map(lanes.map((lane) => [lane.id, lane]))
  const seen = outline.steps.slice(0, place + 1)
  const inView = (x1: number, x2: number) => x2 >= from && x1 <= to
  const messages = outline.messages.filter(
    (message) => message.sentIndex <= at && inView(axis.x(message.sentAt), axis.x(message.endAt)),
  )
  const isNow = (message: OutlinedMessage) =>
    current !== undefined && (current.sends.includes(message.key) || current.ends.includes(message.key))
  return (
    <svg
      class="cluster-diagram"
      width={`${rem(width)}rem`}
      height={`${rem(bottom + axisHeight)}rem`}
      viewBox={`0 0 ${width} ${bottom + axisHeight}`}
      aria-hidden="true"
    >
      <Ground {...props} top={top - 26} bottom={bottom} head={head} limit={coverX ?? Infinity} />
      {lanes.map((lane) => (
        <LaneLine key={lane.id} lane={lane} {...props} width={width} head={head} />
      ))}
      <Head x={head} width={width} bottom={bottom} text={momentText(current?.at ?? 0)} />
      {coverX !== undefined && <Cover x={coverX} width={width} top={top} bottom={bottom} />}
      {messages.map((message) => (
        <MessageLine
          key={message.key}
          message={message}
          from={laneOf.get(message.from)!}
          to={laneOf.get(message.to)!}
          axis={axis}
          at={at}
          head={head}
          isNow={isNow(message)}
          isLit={lit.has(message.sentIndex) || (lit.has(message.endIndex) && message.endIndex <= at)}
          isPicked={props.picked === message.key}
          onPick={props.onPickMessage}
        />
      ))}
      {outline.operations
        .filter(
          ({ callIndex, call, end }) => callIndex <= at && inView(axis.x(call), axis.x(end ?? call) + 200),
        )
        .map((operation) => (
          <OperationBar
            key={operation.id}
            operation={operation}
            lane={laneOf.get(operation.client)!}
            axis={axis}
            at={at}
            head={head}
            space={spaceFor(operation, outline, axis, width)}
            isLit={lit.has(operation.callIndex) || lit.has(operation.endIndex ?? -2)}
          />
        ))}
      {seen
        .filter((step) => inView(axis.x(step.at), axis.x(step.at)))
        .map((step) => (
          <Dot
            key={step.index}
            step={step}
            lane={laneOf.get(step.node)}
            x={axis.x(step.at)}
            isCurrent={step === current}
            isLit={lit.size > 0 && isLit(lit, step)}
            onPick={props.onPickMoment}
          />
        ))}
    </svg>
  )
}

/** Where the nodes begin and the lanes end, where the future is covered, and how wide all of it is. */
function edgesOf({ outline, axis, lanes, cover, room, end = Infinity }: DiagramProps) {
  const last = lanes.at(-1)!
  const coverX = cover === undefined ? undefined : axis.x(outline.steps[stepAt(outline, cover)]?.at ?? 0)
  return {
    top: lanes.find(({ kind }) => kind === 'node')!.y,
    bottom: last.top + last.height,
    coverX,
    width:
      coverX === undefined
        ? Math.min(axis.width, Math.max(room, end))
        : Math.max(Math.ceil(coverX + 230), room),
  }
}

function isLit(lit: ReadonlySet<number>, { from, index }: Step): boolean {
  for (let event = from; event <= index; event++) if (lit.has(event)) return true
  return false
}
