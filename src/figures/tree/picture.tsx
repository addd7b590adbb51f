import { counted, grouped } from '#figures/quantity.ts'

/** How a node looks: compared or not, and what came out; `settled` lies below an equal node. */
export type Look = 'unseen' | 'same' | 'differs' | 'settled'

/** One node of a drawn tree. */
export interface PictureNode {
  readonly key: string
  readonly look: Look
  /** The node that the walk has just compared. */
  readonly now: boolean
  /** Hashed again by the reader's last edit. */
  readonly changed?: boolean
  /** What it's called in the words beside the picture, as short as it fits: "CD". */
  readonly name?: string | undefined
  /** More is below it than is drawn. */
  readonly folded: boolean
  readonly hash: string
  /** Written under a leaf, where there is room. */
  readonly label: string | undefined
  /** Rows, partitions or leaves below it. */
  readonly places: number
  readonly children: readonly PictureNode[]
}

interface Props {
  readonly root: PictureNode
  /** Which replica's tree it is. */
  readonly side: 'A' | 'B'
  /** A word for what a folded part holds: "row", "leaf". */
  readonly unit: string
}

const pictureWidth = 360

interface Placed {
  readonly node: PictureNode
  readonly x: number
  readonly level: number
  readonly parent: Placed | undefined
}

/** One replica's tree. A node compared is outlined in ink and says = or ≠; what an equal node settles goes pale. */
export function TreePicture({ root, side, unit }: Props) {
  const { placed, columns, levels } = place(root)
  const column = pictureWidth / columns
  const rowHeight = Math.min(62, Math.max(24, 400 / levels))
  const top = 22
  const box = boxSize(column)
  const y = (level: number) => top + level * rowHeight
  const roomBelow = column >= 60 ? 46 : 30
  return (
    <div class="drawing">
      <svg
        class="tree"
        viewBox={`0 0 ${pictureWidth} ${y(levels - 1) + roomBelow}`}
        aria-hidden="true"
        data-side={side}
      >
        {placed.map(({ node, x, level, parent }) =>
          parent ? (
            <path
              key={`line ${node.key}`}
              class={`tree-line tree-${node.look}`}
              d={`M${parent.x} ${y(parent.level) + box.height / 2}L${x} ${y(level) - box.height / 2}`}
            />
          ) : null,
        )}
        {placed.map(({ node, x, level }) => (
          <g
            key={node.key}
            class={`tree-node tree-${node.look}${node.now ? ' tree-now' : ''}${node.changed ? ' tree-changed' : ''}`}
            data-node={node.key}
            data-look={node.look}
          >
            {node.folded && (
              <path
                class="tree-fold"
                d={`M${x} ${y(level) + box.height / 2}l${-Math.min(7, column / 2.4)} 9h${2 * Math.min(7, column / 2.4)}z`}
              />
            )}
            <rect
              class="tree-box"
              x={x - box.width / 2}
              y={y(level) - box.height / 2}
              width={box.width}
              height={box.height}
              rx="3"
            />
            {box.digits > 0 && (
              <text class="tree-hash" x={x} y={y(level) + 3.8}>
                {node.hash.slice(0, box.digits)}
              </text>
            )}
            {column >= 64 && node.name !== undefined && (
              <text class="tree-name" x={x - box.width / 2 - 4} y={y(level) + 3.8}>
                {node.name}
              </text>
            )}
            {column >= 12 && (
              <Sign
                node={node}
                x={x + box.width / 2}
                y={y(level) - box.height / 2}
                small={box.digits === 0}
              />
            )}
            <Below node={node} unit={unit} column={column} x={x} y={y(level)} isFew={placed.length <= 64} />
          </g>
        ))}
      </svg>
    </div>
  )
}

interface BelowProps {
  readonly node: PictureNode
  readonly unit: string
  readonly column: number
  readonly x: number
  readonly y: number
  readonly isFew: boolean
}

/** What is written under a node: the row of a leaf, or how much it holds, where there is room for it. */
function Below({ node, unit, column, x, y, isFew }: BelowProps) {
  return (
    <>
      {column >= 60 && node.label !== undefined && (
        <text class="tree-label" x={x} y={y + 26}>
          {node.label || '(nothing)'}
        </text>
      )}
      {unit === 'partition' &&
        node.label !== undefined &&
        column < 60 &&
        fits(grouped(node.places), column) && (
          <text class="tree-count" x={x} y={y + 22}>
            {grouped(node.places)}
          </text>
        )}
      {node.folded && isFew && column >= 20 && (
        <text class="tree-count" x={x} y={y + 24 + (column >= 60 ? 4 : 0)}>
          {[counted(node.places, unit), grouped(node.places), ''].find((text) => fits(text, column))}
        </text>
      )}
    </>
  )
}

/** Whether a text has room in a column. */
function fits(text: string, column: number): boolean {
  return text.length * 7 <= column
}

/** What the comparison said, as a sign beside the box: never by colour alone. */
function Sign({ node, x, y, small }: { node: PictureNode; x: number; y: number; small: boolean }) {
  if (node.look !== 'same' && node.look !== 'differs') return null
  if (small && node.look === 'same') return null
  return (
    <text class="tree-sign" x={x + (small ? 5 : 0)} y={y + (small ? 3 : 1.5)}>
      {node.look === 'same' ? '=' : '≠'}
    </text>
  )
}

function boxSize(column: number): { width: number; height: number; digits: number } {
  if (column >= 64) return { width: 58, height: 22, digits: 7 }
  if (column >= 42) return { width: 38, height: 20, digits: 4 }
  if (column >= 12) return { width: 10, height: 10, digits: 0 }
  return { width: Math.max(2, column * 0.7), height: 8, digits: 0 }
}

/** Every end of the drawing has a column of its own; a node stands over the middle of its children. */
function place(root: PictureNode): { placed: readonly Placed[]; columns: number; levels: number } {
  const placed: { node: PictureNode; x: number; level: number; parent: Placed | undefined }[] = []
  let columns = 0
  let levels = 0
  const visit = (node: PictureNode, level: number, parent: Placed | undefined): Placed => {
    const here = { node, x: 0, level, parent }
    placed.push(here)
    levels = Math.max(levels, level + 1)
    const below = node.children.map((child) => visit(child, level + 1, here))
    here.x = below.length === 0 ? columns++ + 0.5 : ((below[0]?.x ?? 0) + (below.at(-1)?.x ?? 0)) / 2
    return here
  }
  visit(root, 0, undefined)
  for (const here of placed) here.x *= pictureWidth / columns
  return { placed, columns, levels }
}
