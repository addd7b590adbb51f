import type { LeafData, LeafPictureNode } from '#learning/kinds/leaf.ts'
import type { FormProps } from './form.ts'

/**
 * Two trees laid over each other, level by level: each node stands over its leaves and shows both digests. The leaves
 * are the answer: each is a radio button, clicked in the figure.
 */
export function LeafFields({ id, data, answer, change, reasons }: FormProps<LeafData, number>) {
  const { picture, leaves } = data
  const inner = picture.levels.slice(0, -1)
  const last = picture.levels.at(-1) ?? []
  return (
    <div class="leaf-tree" data-leaves={leaves.length}>
      <p class="hint">
        In each node: above, the first four digits of {picture.sides[0]}’s hash; below, of {picture.sides[1]}
        ’s.
      </p>
      {inner.map((level, depth) => (
        <div class="level" key={depth}>
          {level.map((node, index) => (
            <span class={`part over-${node.leaves}`} key={index}>
              <Digests node={node} sides={picture.sides} />
            </span>
          ))}
        </div>
      ))}
      <div class="level leaves">
        {last.map((node, index) => (
          <label
            key={index}
            class="part over-1 leaf"
            data-leaf={index}
            data-verdict={reasons && (index === data.leaf ? 'right' : index === answer ? 'wrong' : undefined)}
          >
            <Digests node={node} sides={picture.sides} />
            <input
              type="radio"
              name={id}
              value={index}
              aria-label={`${leaves[index]?.name}: ${picture.sides[0]} ${node.digests[0]}, ${picture.sides[1]} ${node.digests[1]}`}
              checked={index === answer}
              disabled={reasons !== undefined}
              onChange={() => change(index)}
            />
            <span class="name" aria-hidden="true">
              {index + 1}
            </span>
          </label>
        ))}
      </div>
    </div>
  )
}

function Digests({
  node,
  sides,
}: {
  readonly node: LeafPictureNode
  readonly sides: readonly [string, string]
}) {
  return (
    <span class="digests">
      {sides.map((side, index) => (
        <span class="four" key={side}>
          <span class="visually-hidden">{side} </span>
          {node.digests[index]}
        </span>
      ))}
    </span>
  )
}
