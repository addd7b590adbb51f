import { AuthorMistake } from '#learning/quiz/kind.ts'
import type { Kind, Reason } from '#learning/quiz/kind.ts'
import { lureProblems } from '#learning/quiz/lures.ts'
import type { LeafQuestion } from './leaf.schema.ts'

type Leaf = LeafQuestion['leaves'][number]

/** Two trees of one shape, laid over each other: level by level from the root, each node over the rows it stands for. */
export interface LeafPicture {
  /** What the two digests of a node are of: `A`, `B`. */
  readonly sides: readonly [string, string]
  readonly levels: readonly (readonly LeafPictureNode[])[]
}

/** A node of both trees, with the digest that each has for it. */
export interface LeafPictureNode {
  /** How many leaves it stands over. */
  readonly leaves: number
  readonly digests: readonly [string, string]
}

/** What a page needs to ask such a question and to grade it. */
export interface LeafData {
  readonly picture: LeafPicture
  readonly leaf: number
  readonly leaves: readonly { readonly name: string; readonly reason: string }[]
}

/** The kind in which the leaf that differs is found in two trees. */
export const leaf: Kind<LeafQuestion, LeafData, number | undefined> = {
  kind: 'leaf',
  produces: true,
  problems: ({ leaves }) => lureProblems('leaf', leaves),
  view({ id, leaves }, { key, picture }) {
    const right = leaves.findIndex(({ misconception }) => misconception === undefined)
    if (key !== right) {
      throw new AuthorMistake(
        `question ${id}: expected the key to be the leaf without a misconception, number ${right}; received ${JSON.stringify(key)}. Fix the leaves or the cell.`,
      )
    }
    return { picture: pictureOf(id, picture, leaves.length), leaf: right, leaves: leaves.map(spoken) }
  },
  grade(data, answer) {
    if (answer === undefined || data.leaves[answer] === undefined)
      return { ask: 'Choose a leaf of the tree first.' }
    return {
      right: answer === data.leaf,
      choice: `leaf ${answer}`,
      reasons: leafReasons(data, answer).filter(({ isRight, isChosen }) => isRight || isChosen),
    }
  },
  recall: (choice) => Number(choice.replace('leaf ', '')),
  reasons: (data) => leafReasons(data, undefined),
}

const leafReasons = ({ leaf: right, leaves }: LeafData, chosen: number | undefined): readonly Reason[] =>
  leaves.map(({ name, reason }, index) => ({
    label: name,
    reason,
    isRight: index === right,
    isChosen: index === chosen,
  }))

const spoken = ({ name, reason }: Leaf) => ({ name, reason })

function pictureOf(id: string, published: unknown, leafCount: number): LeafPicture {
  const refuse = (why: string) =>
    new AuthorMistake(
      `question ${id}: expected its cell to publish two trees as JSON text {sides, levels}, received ${why}. Fix the cell.`,
    )
  if (typeof published !== 'string') throw refuse(JSON.stringify(published) ?? 'nothing')
  const picture = JSON.parse(published) as LeafPicture
  const wide = picture.levels.map((level) => level.reduce((sum, { leaves }) => sum + leaves, 0))
  const odd = wide.find((count) => count !== leafCount)
  if (odd !== undefined) throw refuse(`a level over ${odd} leaves where the question names ${leafCount}`)
  return picture
}
