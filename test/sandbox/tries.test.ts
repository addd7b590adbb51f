import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgeOf, lineOfTry, readJudged, withTry } from '#sandbox/tries.ts'

const text = 'const a = 1\n  if (a) {\n    go(a)\n  }\n'

describe('a line to try', () => {
  test('is found at whatever indent, and counted from 1', () => {
    expect(lineOfTry(text, { line: 'go(a)' })).toBe(3)
    expect(lineOfTry(text, { line: '   go(a) ' })).toBe(3)
    expect(lineOfTry(text, { line: 'go(b)' })).toBeUndefined()
  })

  test('is changed at its own indent, several lines too, and an empty one stays empty', () => {
    expect(withTry(text, { line: 'go(a)', change: 'if (b)\n\n  go(b)' })).toBe(
      'const a = 1\n  if (a) {\n    if (b)\n\n      go(b)\n  }\n',
    )
    expect(withTry(text, { line: 'go(b)', change: 'x' })).toBeUndefined()
  })

  test('is the only one that changes (in 200 texts)', () => {
    const line = fc.stringMatching(/^[a-z]{1,4}$/)
    fc.assert(
      fc.property(fc.uniqueArray(line, { minLength: 1, maxLength: 8 }), fc.nat(7), (lines, at) => {
        const place = at % lines.length
        const indented = lines.map((one, index) => ' '.repeat(index) + one)
        const changed = withTry(indented.join('\n'), { line: lines[place]!, change: 'NEW' })!.split('\n')
        expect(changed).toEqual(indented.with(place, `${' '.repeat(place)}NEW`))
      }),
      { seed: 5, numRuns: 200 },
    )
  })
})

/** Runs a judge's code as the sandbox does: with `require`, and with what was kept of the cell's run. */
function judged(code: string, kept: { readonly published?: object; readonly runs?: readonly unknown[] }) {
  const values: Record<string, string> = {}
  const required: string[] = []
  const engine = {
    value: (name: string, value: string) => void (values[name] = value),
    freshReads: (run: { readonly isFresh: boolean }) => ({
      result: run.isFresh ? 'holds' : 'broken',
      why: run.isFresh ? 'Every read was fresh.' : 'A read was stale.',
    }),
  }
  const load = (name: string) => {
    required.push(name)
    return name === 'engine' ? engine : {}
  }
  const { published = {}, runs = [] } = kept
  new Function('require', '__seen', code)(load, { published, runs: () => runs })
  expect(required).toEqual(['engine', './main'])
  return readJudged(values)
}

describe('a judge', () => {
  test('of a value passes when the cell published exactly that', () => {
    const code = judgeOf('main', { value: 'reads "twice"', is: 2 })
    expect(judged(code, { published: { 'reads "twice"': 2 } })).toEqual({ passes: true, why: 'reads "twice" is 2.' }) // prettier-ignore
    expect(judged(code, { published: { 'reads "twice"': 3 } })).toEqual({ passes: false, why: 'reads "twice" is 3.' }) // prettier-ignore
    expect(judged(code, {})).toEqual({ passes: false, why: 'The cell no longer publishes reads "twice".' })
  })

  test('of a run passes when the check finds what it’s to find, in the run of that number', () => {
    const runs = [{ isFresh: true }, { isFresh: false }]
    const of = (run: number, finds: 'holds' | 'broken') => judgeOf('main', { run, check: 'freshReads', finds }) // prettier-ignore
    expect(judged(of(1, 'holds'), { runs })).toEqual({ passes: true, why: 'Every read was fresh.' })
    expect(judged(of(2, 'holds'), { runs })).toEqual({ passes: false, why: 'A read was stale.' })
    expect(judged(of(2, 'broken'), { runs })?.passes).toBe(true)
    expect(judged(of(3, 'holds'), { runs })).toEqual({ passes: false, why: 'The cell makes fewer runs than it did.' }) // prettier-ignore
  })

  test('that published nothing of the kind has found nothing', () => {
    for (const values of [{}, { result: 'passes' }, { result: 1, why: 'x' }, { why: 'x' }])
      expect(readJudged(values)).toBeUndefined()
  })
})
