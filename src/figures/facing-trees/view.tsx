import type { FacingNode, FacingTrees } from './data.ts'

const slot = 112
const levelHeight = 66
const top = 22
const pill = { width: 86, height: 26 }
const slip = { width: 102, height: 46, gap: 12 }

/** One of two facing trees: what the walk compared is numbered and inked, what it never asked for stays pale. */
export function FacingTree({ trees, side }: { trees: FacingTrees; side: 0 | 1 }) {
  const { nodes } = trees
  const rows = trees.rows[side]
  const depth = Math.max(...nodes.map(({ level }) => level))
  const slips = top + depth * levelHeight + pill.height / 2 + slip.gap
  const width = rows.length * slot
  return (
    <div class="drawing">
      <svg
        class="facing-tree"
        viewBox={`0 0 ${width} ${slips + slip.height + 4}`}
        role="img"
        aria-label={treeInWords(trees, side)}
      >
        {nodes.flatMap((parent) =>
          childrenOf(parent, nodes).map((child) => <Branch parent={parent} child={child} />),
        )}
        {rows.map((row, index) => (
          <Slip row={row} middle={(index + 0.5) * slot} top={slips} isFound={isFound(nodes, index)} />
        ))}
        {nodes.map((node) => (
          <Pill node={node} side={side} />
        ))}
      </svg>
    </div>
  )
}

function Branch({ parent, child }: { parent: FacingNode; child: FacingNode }) {
  const middle = (y(parent) + y(child)) / 2
  return (
    <path
      class={
        child.compared === undefined ? 'branch' : child.equal ? 'branch asked' : 'branch asked differing'
      }
      d={`M${x(parent)} ${y(parent)}C${x(parent)} ${middle} ${x(child)} ${middle} ${x(child)} ${y(child)}`}
    />
  )
}

function Pill({ node, side }: { node: FacingNode; side: 0 | 1 }) {
  const left = x(node) - pill.width / 2
  const state = node.compared === undefined ? 'unasked' : node.equal ? 'equal' : 'differing'
  return (
    <g class={`pill ${state}`}>
      <rect x={left} y={y(node) - pill.height / 2} width={pill.width} height={pill.height} rx="6" />
      <text class="mono" x={x(node)} y={y(node) + 4} text-anchor="middle">
        {node.digests[side]}
      </text>
      {node.compared !== undefined && (
        <>
          <circle cx={left} cy={y(node) - pill.height / 2 + 2} r="8.5" />
          <text class="turn-number" x={left} y={y(node) - pill.height / 2 + 6} text-anchor="middle">
            {node.compared}
          </text>
        </>
      )}
    </g>
  )
}

function Slip({ row, middle, top, isFound }: { row: string; middle: number; top: number; isFound: boolean }) {
  const left = middle - slip.width / 2
  const [who, what] = row === '' ? ['', ''] : row.split(': ')
  const state = row === '' ? 'empty' : isFound ? 'found' : ''
  return (
    <g class={`slip ${state}`}>
      <path class="nail" d={`M${middle} ${top - slip.gap}v${slip.gap}`} />
      <rect x={left} y={top} width={slip.width} height={slip.height} rx="2" />
      <text x={middle} y={top + 19} text-anchor="middle">
        {row === '' ? 'no slip' : `${who}:`}
      </text>
      <text class="order" x={middle} y={top + 36} text-anchor="middle">
        {row === '' ? 'hashed too' : what}
      </text>
    </g>
  )
}

/** The tree for a reader who doesn't see it: every node that was compared, in order, and how it came out. */
function treeInWords({ nodes, rows }: FacingTrees, side: 0 | 1): string {
  const walk = nodes
    .filter(({ compared }) => compared !== undefined)
    .sort((a, b) => Number(a.compared) - Number(b.compared))
    .map(
      (node) =>
        `${node.compared}. ${nameOf(node)}: ${node.digests[side]}, ${node.equal ? 'same' : 'different'}`,
    )
  const slips = rows[side].map((row) => (row === '' ? 'none' : row)).join('; ')
  return `A hash tree over four key ranges: ${slips}. Compared in this order: ${walk.join('. ')}.`
}

function nameOf({ level, from, to, isLeaf }: FacingNode): string {
  if (level === 0) return 'root'
  return isLeaf ? `range ${to}` : `ranges ${from + 1} and ${to}`
}

function childrenOf(parent: FacingNode, nodes: readonly FacingNode[]): readonly FacingNode[] {
  return nodes.filter(
    (node) => node.level === parent.level + 1 && node.from >= parent.from && node.to <= parent.to,
  )
}

function isFound(nodes: readonly FacingNode[], index: number): boolean {
  return nodes.some((node) => node.isLeaf && node.from === index && !node.equal)
}

const x = ({ middle }: FacingNode): number => middle * slot
const y = ({ level }: FacingNode): number => top + level * levelHeight
