import type { Json, Operation } from '#engine/core/types.ts'

/** What to make. `clients` always have one operation each under way, on one key; `values` are few, so that many orders look alike. */
export interface Hard {
  readonly seed: number
  readonly clients: number
  readonly operations: number
  readonly values: number
  readonly key: string
  /** One operation in so many never answers; 0 for none. */
  readonly openEvery: number
}

/**
 * A linearizable history of many clients at once: each operation takes effect at a moment of its own between call and
 * answer, on one register.
 */
export function hardHistory({ seed, clients, operations, values, key, openEvery }: Hard): Operation[] {
  const draw = drawsOf(seed)
  const free = Array.from({ length: clients }, () => draw(50))
  const made = Array.from({ length: operations }, (_, index) => {
    const client = index % clients
    const call = free[client] as number
    const end = call + 20 + draw(100)
    free[client] = end + 1 + draw(3)
    const write = draw(2) === 0
    return {
      index,
      client: `c${client}`,
      write,
      value: draw(values),
      call,
      end,
      effect: call + draw(end - call + 1),
      open: openEvery > 0 && draw(openEvery) === 0,
    }
  })
  let held: Json = null
  const answers: Json[] = []
  for (const operation of [...made].sort(
    (one, other) => one.effect - other.effect || one.index - other.index,
  )) {
    if (operation.write) held = operation.value
    answers[operation.index] = operation.write ? true : held
  }
  return made.map(({ index, client, write, value, call, end, open }) => ({
    id: `${key}-${index}`,
    client,
    do: write ? 'write' : 'read',
    input: write ? { key, value } : { key },
    output: open ? undefined : (answers[index] as Json),
    call,
    return: open ? null : end,
  }))
}

/** Whole numbers from 0 up to, not including, `below`; the same for the same seed (a linear congruential generator). */
function drawsOf(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
