import type { Check } from '../core/types.ts'
import { broken, checkOf, holds, vacuous } from './check.ts'
import { counted } from './operation-text.ts'

/**
 * Did the run meet what it was made for? A program says so with `node.mark(name)`. A run without the mark is `vacuous`,
 * so that a test that never met its fault isn't green.
 */
export function happened(mark: string): Check {
  return checkOf(`happened: ${mark}`, 'none', (run) => {
    const count = run.marks.get(mark) ?? 0
    return count > 0
      ? holds(`"${mark}" happened ${counted(count, 'time')}.`)
      : vacuous(`"${mark}" never happened.`)
  })
}

/** Broken when the mark was made: for what must never happen. */
export function never(mark: string): Check {
  return checkOf(`never: ${mark}`, 'trace', (run) => {
    if (!run.marks.has(mark)) return holds(`"${mark}" never happened.`)
    const made = run.trace.filter((event) => event.type === 'mark' && event.text === mark)
    return broken(
      `"${mark}" happened.`,
      made.map(({ index }) => index),
    )
  })
}

/** The same check, but `vacuous` in a run that never made the mark. */
export function given(mark: string, check: Check): Check {
  const met = happened(mark)
  return checkOf(`${check.name}, given ${mark}`, check.needs, (run) => {
    const { result, why } = met(run)
    return result === 'holds' ? check(run) : vacuous(why)
  })
}
