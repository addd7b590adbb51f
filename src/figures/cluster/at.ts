import type { RunOutline } from '#outline/types.ts'
import { indexAt, stepAt } from './frame.ts'

const units: { readonly [unit: string]: number } = {
  ms: 1,
  s: 1000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
}

/**
 * The event index that an author means by `at`: "end", "start", a time ("4 s", "510 ms", "3 h", "10 d"), "call ID",
 * "return ID", "fault ID", or the index itself. It is that of a whole step.
 * @throws RangeError that says what can be meant
 */
export function momentOf(outline: RunOutline, at: string | number): number {
  if (typeof at === 'number' || /^-?\d+$/.test(at)) return indexAt(outline, stepAt(outline, Number(at)))
  if (at === 'end') return indexAt(outline, outline.steps.length - 1)
  if (at === 'start') return -1
  const time = /^([\d.]+) ?(ms|s|min|h|d)$/.exec(at)
  if (time !== null) {
    const ms = Number(time[1]) * units[time[2]!]!
    return indexAt(
      outline,
      outline.steps.findLastIndex((step) => step.at <= ms),
    )
  }
  const event = eventOf(outline, at)
  if (event !== undefined)
    return indexAt(
      outline,
      outline.steps.findIndex(({ index }) => index >= event),
    )
  throw new RangeError(
    `at="${at}" isn’t a moment of this run. Expected "end", "start", a time such as "4 s", an event index, or one of: ` +
      [
        ...outline.operations.flatMap(({ id, endIndex }) => [
          `call ${id}`,
          ...(endIndex === null ? [] : [`return ${id}`]),
        ]),
        ...outline.steps.flatMap(({ fault }) => (fault === undefined ? [] : [`fault ${fault}`])),
      ].join(', '),
  )
}

function eventOf({ operations, steps }: RunOutline, at: string): number | undefined {
  const [what, ...rest] = at.split(' ')
  const id = rest.join(' ')
  const operation = operations.find((other) => other.id === id)
  if (what === 'call') return operation?.callIndex
  if (what === 'return') return operation?.endIndex ?? undefined
  if (what === 'fault') return steps.find(({ fault }) => fault === id)?.index
  return undefined
}
