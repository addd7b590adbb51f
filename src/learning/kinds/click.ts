import { AuthorMistake } from '#learning/quiz/kind.ts'
import type { Kind, Reason } from '#learning/quiz/kind.ts'
import { lureProblems } from '#learning/quiz/lures.ts'
import type { ClickQuestion } from './click.schema.ts'

type Target = ClickQuestion['targets'][number]

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

/** A message as it's drawn; times are in milliseconds of the run. */
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

/** What a page needs to ask such a question and to grade it. */
export interface ClickData {
  readonly picture: RunPicture
  readonly right: string
  readonly targets: readonly Omit<Target, 'misconception'>[]
}

/** The kind in which a message or a moment of a run is pointed at. */
export const click: Kind<ClickQuestion, ClickData, string | undefined> = {
  kind: 'click',
  produces: true,
  problems: ({ targets }) => lureProblems('target', targets),
  view({ id, targets }, { key, picture }) {
    const right = targets.find(({ misconception }) => misconception === undefined)!.id
    if (key !== right) {
      throw new AuthorMistake(
        `question ${id}: expected the key to be the target without a misconception, "${right}"; received ${JSON.stringify(key)}. Fix the targets or the cell.`,
      )
    }
    const drawn = picture as RunPicture
    const known = [...drawn.lanes, ...drawn.messages].map((one) => one.id)
    const missing = targets.find((target) => !known.includes(target.id))
    if (missing) {
      throw new AuthorMistake(
        `question ${id}: expected targets that are in the picture (${known.join('; ')}), received "${missing.id}". Fix the target, "between" or the cell.`,
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
