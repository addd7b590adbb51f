import type { PointOfNoReturn } from '#engine/search/futures.ts'
import type { RunOutline } from '#outline/types.ts'
import { momentText } from '#figures/cluster/moment.ts'

/** What a moment of the curve is called: before the first one nothing is kept. */
export function rewoundTo(atMs: number): string {
  return atMs < 0 ? 'before the start' : momentText(atMs)
}

/** The event at which a run turned, in the words of its outline: its first sentence. */
export function turnInWords(
  { jump }: PointOfNoReturn,
  { steps }: Pick<RunOutline, 'steps'>,
): string | undefined {
  if (jump === undefined) return undefined
  const step =
    steps.find(({ from, index }) => from <= jump.event && jump.event <= index) ??
    steps.findLast(({ from }) => from <= jump.event)
  return step && `${step.node}: ${/^.*?[.!?](?=\s|$)/s.exec(step.text)?.[0] ?? step.text}`
}

/** What the curve says, in two sentences. */
export function curveInWords({ futures, curve, jump }: PointOfNoReturn): string {
  const [first] = curve
  if (jump === undefined) {
    const broken = first?.broken ?? 0
    return broken === futures
      ? `All ${futures} futures fail, even those that share nothing with this run, so no single moment decides.`
      : `The risk never jumps: ${broken} of ${futures} futures fail from the start.`
  }
  const { before, after } = jump
  const from = before.atMs < 0 ? 'With nothing of the run kept' : `Rewound to ${rewoundTo(before.atMs)}`
  return `${from}, ${before.broken} of ${futures} futures fail. Rewound to ${rewoundTo(after.atMs)}, ${after.broken} of ${futures} do.`
}
