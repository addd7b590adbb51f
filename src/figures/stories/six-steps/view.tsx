import type { ComponentChildren } from 'preact'
import { shapePath } from '#figures/cluster/lanes.ts'
import { bytesText, counted, grouped } from '#figures/quantity.ts'
import type { OneRange } from './steps.ts'

const places = { A: [38, 74], B: [188, 32], C: [188, 116] } as const
/** A node has one shape everywhere. */
const shapes = { A: 'circle', B: 'square', C: 'triangle' } as const
type NodeName = keyof typeof places

/** One range on its way through a repair: six panels, the same three nodes in each. */
export function SixStepsView({ data }: { data: OneRange }) {
  const { partitions, treeBytes, leaves, differing, fromEach, backToEach } = data
  const tree = bytesText(treeBytes)
  return (
    <ol class="six-steps">
      <Panel title="Ask" said={`A asks A, B and C for a tree of one range.`}>
        <Way from="A" to="B" />
        <Way from="A" to="C" />
      </Panel>
      <Panel
        title="Build"
        said={`Each reads its rows of the range, ${grouped(partitions)} of them, into ${grouped(leaves)} leaves.`}
      >
        <Note at="A" text={grouped(partitions)} />
        <Note at="B" text={grouped(partitions - 1)} />
        <Note at="C" text={grouped(partitions)} />
      </Panel>
      <Panel title="Send the trees" said={`Each sends A its whole tree, ${tree}.`}>
        <Way from="B" to="A" text={tree} />
        <Way from="C" to="A" text={tree} />
      </Panel>
      <Panel
        title="Compare"
        said={`A compares three pairs. Two differ, in ${counted(differing, 'range')} of one leaf.`}
      >
        <text class="six-steps-pair is-equal" x="112" y="54">
          A = C
        </text>
        <text class="six-steps-pair" x="112" y="78">
          A ≠ B
        </text>
        <text class="six-steps-pair" x="112" y="102">
          B ≠ C
        </text>
      </Panel>
      <Panel
        title="Stream"
        said={`A and C each send B ${counted(fromEach, 'row')}; B sends each of them ${grouped(backToEach)}.`}
      >
        <Way from="A" to="B" text={`${fromEach} →`} both={`← ${backToEach}`} />
        <Way from="C" to="B" text={`${fromEach} ↑`} both={`↓ ${backToEach}`} />
      </Panel>
      <Panel title="Merge" said={`Each merges what came: all three have ${grouped(partitions)} rows.`}>
        <Note at="A" text={grouped(partitions)} />
        <Note at="B" text={grouped(partitions)} />
        <Note at="C" text={grouped(partitions)} />
      </Panel>
    </ol>
  )
}

function Panel({ title, said, children }: { title: string; said: string; children: ComponentChildren }) {
  return (
    <li>
      <b>{title}</b>
      <svg viewBox="0 0 226 148" aria-hidden="true">
        {children}
        {(Object.keys(places) as NodeName[]).map((name) => (
          <g key={name} class={`six-steps-node node-${name}`}>
            <path d={shapePath(shapes[name], places[name][0], places[name][1], 15)} />
            <text x={places[name][0]} y={places[name][1] + (name === 'C' ? 3 : 0)}>
              {name}
            </text>
          </g>
        ))}
      </svg>
      <span>{said}</span>
    </li>
  )
}

/** An arrow between two nodes, and what travels on it. */
function Way({ from, to, text, both }: { from: NodeName; to: NodeName; text?: string; both?: string }) {
  const [x1, y1] = places[from]
  const [x2, y2] = places[to]
  const length = Math.sqrt((x2 - x1) ** 2 + (y2 - y1) ** 2)
  const [dx, dy] = [(x2 - x1) / length, (y2 - y1) / length]
  const [startX, startY, endX, endY] = [x1 + dx * 19, y1 + dy * 19, x2 - dx * 20, y2 - dy * 20]
  const [middleX, middleY] = [(x1 + x2) / 2, (y1 + y2) / 2]
  const isUpright = x1 === x2
  const isHigh = middleY < 74
  return (
    <g class="six-steps-way">
      <path d={`M${startX} ${startY}L${endX} ${endY}`} />
      <path class="is-head" d={headAt(endX, endY, dx, dy)} />
      {both !== undefined && <path class="is-head" d={headAt(startX, startY, -dx, -dy)} />}
      {text !== undefined && (
        <text
          x={isUpright ? middleX - 10 : middleX - 14}
          y={isUpright ? middleY - 5 : middleY + (isHigh ? -10 : 20)}
          text-anchor={isUpright ? 'end' : 'middle'}
        >
          {text}
        </text>
      )}
      {both !== undefined && (
        <text
          x={isUpright ? middleX - 10 : middleX + 14}
          y={isUpright ? middleY + 13 : middleY + 20}
          text-anchor={isUpright ? 'end' : 'middle'}
        >
          {both}
        </text>
      )}
    </g>
  )
}

function headAt(x: number, y: number, dx: number, dy: number): string {
  const [backX, backY] = [x - dx * 7, y - dy * 7]
  return `M${x} ${y}L${backX - dy * 4} ${backY + dx * 4}L${backX + dy * 4} ${backY - dx * 4}Z`
}

function Note({ at, text }: { at: NodeName; text: string }) {
  const [x, y] = places[at]
  return (
    <text class="six-steps-note" x={x} y={y + 28}>
      {text}
    </text>
  )
}
