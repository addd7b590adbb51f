import type { RunOutline, StateLine } from '#outline/types.ts'
import { momentText } from '#figures/cluster/moment.ts'

/**
 * A run of the kitchens as a bench draws it: when each last heard of the others is told as moments, as the axis tells
 * them ("B: 4.01 s"), and not as the milliseconds that its program keeps.
 */
export function toldInMoments(outline: RunOutline): RunOutline {
  return {
    ...outline,
    states: outline.states.map((version) => ({
      ...version,
      state: { ...version.state, lines: version.state.lines.map(inMoments) },
    })),
  }
}

function inMoments(line: StateLine): StateLine {
  if (line.id !== 'memory heard') return line
  const value = line.value
    .replace(/^\{(.*)\}$/, '$1')
    .replace(/: (\d+)(?=,|$)/g, (_all, ms: string) => `: ${momentText(Number(ms))}`)
  return { ...line, label: 'last heard', value }
}
