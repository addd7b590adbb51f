import type { Json, Operation } from '#engine/core/types.ts'

/**
 * A history in one line an operation: `c1 0-10 write 1`, `c2 5-? read`, `c1 12-14 read x = 1`, `c3 0-3 write y 2`.
 * A word before the value is the key; what follows `=` is the answer; `?` for the end means no answer.
 */
export function history(lines: string): Operation[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
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
        client,
        do: verb,
        input,
        output: end === '?' ? undefined : answer === undefined ? true : (JSON.parse(answer) as Json),
        call: Number(call),
        return: end === '?' ? null : Number(end),
      }
    })
}
