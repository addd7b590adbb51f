import type { Json, Operation, Run } from '#engine/core/types.ts'

/**
 * A history in one line an operation: `c1 0-10 write 1`, `c2 5-? read`, `c1 12-14 read x = 1`, `c3 0-3 write y 2`.
 * A word before the value is the key; what follows `=` is the answer; `?` for the end means no answer.
 */
export function history(lines: string): Operation[] {
  return lines
    .trim()
    .split('\n')
    .map((line, index) => {
      const [asked, answer] = line.split('=') as [string, string | undefined]
      const [client, times, verb, ...rest] = asked.trim().split(/\s+/) as [
        string,
        string,
        string,
        ...string[],
      ]
      const [call, end] = times.split('-') as [string, string]
      const key = rest.find((word) => /^[a-z]/.test(word))
      const value = rest.find((word) => /^\d/.test(word))
      const input: { [name: string]: Json } = {}
      if (key !== undefined) input['key'] = key
      if (value !== undefined) input['value'] = Number(value)
      return {
        id: `op-${index}`,
        client,
        do: verb,
        input,
        output: end === '?' ? undefined : answer === undefined ? true : (JSON.parse(answer) as Json),
        call: Number(call),
        return: end === '?' ? null : Number(end),
      }
    })
}

/** A run of which only the history is known, as a check without a trace sees it. */
export function runOf(operations: readonly Operation[]): Run {
  return {
    plan: {
      v: 1,
      system: 'none',
      seed: 0,
      until: 0,
      nodes: [],
      clients: [],
      net: quiet,
      options: null,
      ops: [],
      faults: [],
    },
    ended: 'quiet',
    error: undefined,
    history: operations,
    marks: new Map(),
    counters: { messages: 0, bytes: 0, events: 0 },
    trace: [],
    final: new Map(),
    stateAt: () => new Map(),
    hash: () => '0000000000000000',
  }
}

const quiet = { order: 'link', loss: 0, duplicate: 0, latency: [1, 1] } as const
