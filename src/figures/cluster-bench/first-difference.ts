import type { RunOutline, Step } from '#outline/types.ts'

/** Where two runs part: each one's first step that the other doesn't have at its place; undefined where one is over. */
interface Parting {
  readonly place: number
  readonly one: Step | undefined
  readonly other: Step | undefined
}

/** The first step in which two runs differ, in moment, place or what happens; undefined for runs that tell the same. */
export function firstDifference(one: RunOutline, other: RunOutline): Parting | undefined {
  const length = Math.max(one.steps.length, other.steps.length)
  for (let place = 0; place < length; place++) {
    const [mine, theirs] = [one.steps[place], other.steps[place]]
    if (!isSame(mine, theirs)) return { place, one: mine, other: theirs }
  }
  return undefined
}

function isSame(one: Step | undefined, other: Step | undefined): boolean {
  return (
    one !== undefined &&
    other !== undefined &&
    one.at === other.at &&
    one.node === other.node &&
    one.text === other.text
  )
}
