import { keySchema } from '#learning/quiz/key.ts'
import { AuthorMistake, baseShape, sentence } from '#learning/quiz/kind.ts'
import type { Kind, QuestionBase, Reason } from '#learning/quiz/kind.ts'

/** Click the node or the message in the picture of a run. The key is the id of a target: a node, or a message's address. */
export interface ClickQuestion extends QuestionBase {
  readonly kind: 'click'
  /** The cell that publishes the plan of the run, as JSON text. */
  readonly picture: { readonly cell: string; readonly value: string }
  /** The part of the run that is drawn, in milliseconds; all of it when left out. */
  readonly between?: readonly [from: number, to: number] | undefined
  /** What can be clicked. One without a misconception is right. */
  readonly targets: readonly Target[]
}

interface Target {
  /** A node’s id, or a message’s address: `A>B mutate#1`. */
  readonly id: string
  readonly name: string
  readonly reason: string
  readonly misconception?: string | undefined
}

/** A run as it’s drawn for a question: a line for each participant, and a slanted one for each message. */
export interface RunPicture {
  readonly lanes: readonly { readonly id: string; readonly isClient: boolean }[]
  readonly messages: readonly PicturedMessage[]
  /** Times in which a node was down or paused, and what the plan did to it. */
  readonly lives: readonly { readonly lane: string; readonly from: number; readonly to: number }[]
  readonly fromMs: number
  readonly toMs: number
  /** The plan of the run, so that it can be made again. */
  readonly plan?: unknown
}

export interface PicturedMessage {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly sentAt: number
  readonly endAt: number
  readonly isLost: boolean
  /** What it’s called and carries, in a few words. */
  readonly text: string
}

export interface ClickData {
  readonly picture: RunPicture
  readonly right: string
  readonly targets: readonly Omit<Target, 'misconception'>[]
}

export const click: Kind<ClickQuestion, ClickData, string | undefined> = {
  kind: 'click',
  produces: true,
  parse: (z) =>
    z.strictObject({
      ...baseShape(z, keySchema(z)),
      kind: z.literal('click'),
      picture: z.strictObject({ cell: z.string().min(1), value: z.string().min(1) }),
      between: z.tuple([z.number(), z.number()]).optional(),
      targets: z
        .array(
          z.strictObject({
            id: z.string().min(1),
            name: sentence(z, 'what a reader calls this target'),
            reason: sentence(z, 'the reason why this target is right or wrong'),
            misconception: z.string().min(1).optional(),
          }),
        )
        .min(2),
    }) as never,
  problems({ targets }) {
    const right = targets.filter(({ misconception }) => misconception === undefined).length
    return right === 1
      ? []
      : [
          `expected exactly one target without a misconception, received ${right}: every other target is a lure and names its own`,
        ]
  },
  view({ id, targets }, { key, picture }) {
    const right = targets.find(({ misconception }) => misconception === undefined)!.id
    if (key !== right) {
      throw new AuthorMistake(
        `question ${id}: expected the key to be the target without a misconception, "${right}"; received ${JSON.stringify(key)}. Mend the targets or the cell.`,
      )
    }
    const drawn = picture as RunPicture
    const known = [...drawn.lanes, ...drawn.messages].map((one) => one.id)
    const missing = targets.find((target) => !known.includes(target.id))
    if (missing) {
      throw new AuthorMistake(
        `question ${id}: expected targets that are in the picture (${known.join('; ')}), received "${missing.id}". Mend the target, "between" or the cell.`,
      )
    }
    const shown = targets.map(({ id: target, name, reason }) => ({ id: target, name, reason }))
    return { picture: drawn, right, targets: shown }
  },
  grade(data, answer) {
    const chosen = data.targets.find(({ id }) => id === answer)
    if (!chosen) return { ask: 'Click one of the numbers in the picture first, or choose it below.' }
    return {
      right: chosen.id === data.right,
      choice: chosen.id,
      reasons: targetReasons(data, chosen.id).filter(({ isRight, isChosen }) => isRight || isChosen),
    }
  },
  recall: (choice) => choice,
  reasons: (data) => targetReasons(data, undefined),
}

const targetReasons = ({ right, targets }: ClickData, chosen: string | undefined): readonly Reason[] =>
  targets.map(({ id, name, reason }) => ({
    label: name,
    reason,
    isRight: id === right,
    isChosen: id === chosen,
  }))
