import type { Ms } from '#engine/core/types.ts'

/** The settings that the reader can choose. */
export const lagValues = {
  /** What the job needs for one message, in ms. */
  embedMs: [50, 200, 1000],
  /** How many other messages wait before it. */
  before: [0, 5, 20],
} as const

/** The name of a dial. */
export type LagDial = keyof typeof lagValues
/** A choice for both dials, each one of its values. */
export type LagSetting = Readonly<Record<LagDial, number>>

/** How long after the guest the waiter asks, in ms. */
export const delaysMs: readonly Ms[] = [200, 500, 1_000, 3_000, 10_000, 30_000]

/** What the assistant said to the waiter, after each of the delays. */
export interface LagRun {
  readonly setting: LagSetting
  readonly answers: readonly string[]
}

/** The run of a setting. */
export function lagRunOf(runs: readonly LagRun[], { embedMs, before }: LagSetting): LagRun {
  const found = runs.find(({ setting }) => setting.embedMs === embedMs && setting.before === before)
  if (found === undefined) throw new Error(`no run was made with ${embedMs} ms and ${before} before`)
  return found
}
