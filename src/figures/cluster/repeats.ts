import type { RunOutline, Step } from '#outline/types.ts'

/** A request that goes step by step as one before it went, as places among the steps of the run. */
interface Repeat {
  readonly first: number
  readonly last: number
}

const known = new WeakMap<RunOutline, readonly Repeat[]>()

/**
 * The requests of a run that show nothing new: the same nodes do the same things at the same distances in time, and every
 * message meets the same fate as in an earlier request. A reader who steps is spared them. The same for the same run.
 */
export function repeatsOf(outline: RunOutline): readonly Repeat[] {
  let repeats = known.get(outline)
  if (repeats === undefined) known.set(outline, (repeats = findRepeats(outline)))
  return repeats
}

function findRepeats(outline: RunOutline): readonly Repeat[] {
  const { steps } = outline
  const begins = [...steps.keys()].filter((place) => place === 0 || steps[place]!.cause === -1)
  const seen = new Set<string>()
  return begins.flatMap((first, number) => {
    const last = (begins[number + 1] ?? steps.length) - 1
    const shape = shapeOf(outline, steps.slice(first, last + 1))
    const isNew = !seen.has(shape)
    seen.add(shape)
    // One step is no more to press than its fold would be.
    return isNew || steps[first]!.type !== 'call' || first === last ? [] : [{ first, last }]
  })
}

function shapeOf({ messages }: RunOutline, steps: readonly Step[]): string {
  const byKey = new Map(messages.map((message) => [message.key, message]))
  const since = (at: number) => at - steps[0]!.at
  // Which of two comes first within a millisecond shows nothing: they're compared as sets.
  const did = steps.map(({ node, type, at }) => [since(at), node, type].join(' '))
  const moved = steps.flatMap(({ at, sends, ends }) =>
    [...sends, ...ends].map((key) => {
      const message = byKey.get(key)
      return [since(at), message?.called, message?.from, message?.to, message?.fate].join(' ')
    }),
  )
  return JSON.stringify([did.sort(), moved.sort()])
}

/** The place to stop at after `place`, or before it: a repeated request is one stop, at its end. */
export function stopAfter(outline: RunOutline, place: number): number {
  const repeat = repeatsOf(outline).find(({ first, last }) => first <= place + 1 && place + 1 <= last)
  return repeat?.last ?? place + 1
}

/** The place to stop at before `place`: see {@link stopAfter}. */
export function stopBefore(outline: RunOutline, place: number): number {
  const repeat = repeatsOf(outline).find(({ first, last }) => first <= place && place <= last)
  return repeat === undefined ? place - 1 : repeat.first - 1
}
