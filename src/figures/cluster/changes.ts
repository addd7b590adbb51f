import type { RunOutline } from '#outline/types.ts'
import { indexAt, statesAt } from './frame.ts'

/** What one step changed in what a node holds or thinks. */
export interface Change {
  readonly node: string
  /** The same for the same line of the same node. */
  readonly key: string
  readonly text: string
}

/** What the step at this place changed, in words: "A: table 3 is no nuts, was nothing". */
export function changesOf(outline: RunOutline, place: number): readonly Change[] {
  if (place < 0) return []
  const [since, at] = [indexAt(outline, place - 1), indexAt(outline, place)]
  const before = place === 0 ? undefined : statesAt(outline, since, since)
  return [...statesAt(outline, at, since)].flatMap(([node, { lines, up }]) => {
    const was = new Map(before?.get(node)?.lines.map((line) => [line.id, line.value]))
    if (!up || before?.get(node)?.up !== true) return []
    const changed = lines
      .filter((line) => was.get(line.id) !== line.value)
      .map(({ id, label, value }) => {
        const old = was.get(id)
        return {
          node,
          key: `${node} ${id}`,
          text: `${label} ${value}${old === undefined ? '' : ` (was: ${old})`}`,
        }
      })
    const gone = before
      .get(node)!
      .lines.filter((line) => !lines.some(({ id }) => id === line.id))
      .map(({ id, label, value }) => ({ node, key: `${node} ${id}`, text: `no longer: ${label} ${value}` }))
    return [...changed, ...gone]
  })
}
