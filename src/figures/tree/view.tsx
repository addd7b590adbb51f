import type { OutlineNode, TreeOutline } from '#engine/merkle/tree-outline.ts'
import { counted } from '#figures/quantity.ts'
import { type PictureNode, TreePicture } from './picture.tsx'

/** A tree that a cell has shown: the drawing, and the same in words. */
export function TreeView({ data }: { readonly data: TreeOutline }) {
  const lines = linesOf(data.root)
  return (
    <figure class="tree-view" data-leaves={data.leaves}>
      <TreePicture root={pictureOf(data.root)} side="A" unit="leaf" />
      <figcaption>
        {data.kind === 'textbook' ? 'A hash tree over rows' : 'A tree over token ranges'}:{' '}
        {counted(data.leaves, 'leaf', 'leaves')}, depth {data.depth}, root {data.root.digest}
        {data.root.state === 'alone'
          ? ''
          : `, ${counted(data.root.differingLeaves, 'differing leaf', 'differing leaves')}`}
        .
      </figcaption>
      <details>
        <summary>Text version: the tree ({lines.length})</summary>
        <ul>
          {lines.map(({ node, text }) => (
            <li key={`${node.from} ${node.to} ${node.depth}`} data-line={nodeKeyOf(node)}>
              {text}
            </li>
          ))}
        </ul>
      </details>
    </figure>
  )
}

function pictureOf(node: OutlineNode): PictureNode {
  return {
    key: nodeKeyOf(node),
    look: node.state === 'alone' ? 'unseen' : node.state === 'equal' ? 'same' : 'differs',
    now: false,
    folded: node.children === undefined && node.leaves > 1,
    hash: node.digest,
    label: node.children === undefined && node.leaves === 1 ? labelOf(node) : undefined,
    places: node.leaves,
    children: node.children?.map(pictureOf) ?? [],
  }
}

function labelOf({ label, partitions }: OutlineNode): string {
  return partitions === undefined ? label : counted(partitions, 'partition')
}

function nodeKeyOf({ from, to, depth }: OutlineNode): string {
  return `${depth}:${from}-${to}`
}

function linesOf(node: OutlineNode): readonly { node: OutlineNode; text: string }[] {
  const state = node.state === 'alone' ? '' : node.state === 'equal' ? ', same' : ', differs'
  const folded =
    node.children === undefined && node.leaves > 1
      ? `, folded: ${counted(node.leaves, 'leaf', 'leaves')}`
      : ''
  const partitions = node.partitions === undefined ? '' : `, ${counted(node.partitions, 'partition')}`
  const line = {
    node,
    text: `level ${node.depth}, ${node.label}: ${node.digest}${state}${partitions}${folded}`,
  }
  return [line, ...(node.children ?? []).flatMap(linesOf)]
}
