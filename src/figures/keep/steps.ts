import type { RunOutline } from '#outline/types.ts'
import { momentText } from '#figures/cluster/moment.ts'

/** A run as a list of steps: a line for each, with its moment and who did it. */
export function stepsText(outline: RunOutline, title: string): string {
  const times = outline.steps.map(({ at }) => momentText(at))
  const widest = Math.max(0, ...times.map(({ length }) => length))
  const most = Math.max(0, ...outline.steps.map(({ node }) => node.length))
  const lines = outline.steps.map(
    ({ node, text }, index) => `${times[index]!.padStart(widest)}  ${node.padEnd(most)}  ${text}`,
  )
  return `${title}\n\n${lines.length === 0 ? 'Nothing happens.' : lines.join('\n')}\n`
}
