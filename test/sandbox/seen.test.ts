import { beforeEach, describe, expect, test } from 'vitest'
import { cell, plan, run, type Program } from '#engine'
import { limits } from '#sandbox/limits.ts'
import { whileFollowed } from '#sandbox/running.ts'
import { makeWatcher, type Watcher } from '#sandbox/seen.ts'

let watcher: Watcher
beforeEach(() => void (watcher = makeWatcher()))

describe('the values of names', () => {
  test('are told with how often they were set, and the last one as text', () => {
    for (const value of [1, 2, [3]]) expect(watcher.value('main', 4, 'a', value)).toBe(value)
    watcher.value('main', 9, 'a', 'another line, another name')
    expect(watcher.seen().names).toEqual([
      { cell: 'main', line: 4, name: 'a', times: 3, text: '[3]' },
      { cell: 'main', line: 9, name: 'a', times: 1, text: "'another line, another name'" },
    ])
  })

  test('of the cell’s own level are read at the end; one that never got a value is left out', () => {
    let late = 1
    watcher.names('main', [
      [1, 'late', () => late],
      [2, 'never', () => { throw new ReferenceError('not yet') }], // prettier-ignore
    ])
    late = 2
    expect(watcher.seen().names).toEqual([{ cell: 'main', line: 1, name: 'late', times: 1, text: '2' }])
  })

  test('are cut: so many names, and so many characters of each', () => {
    for (let line = 0; line < limits.seenNames + 50; line++)
      watcher.value('main', line, 'a', 'x'.repeat(5000))
    const { names } = watcher.seen()
    expect(names).toHaveLength(limits.seenNames)
    expect(Math.max(...names.map(({ text }) => text.length))).toBeLessThanOrEqual(limits.seenCharacters + 1)
    watcher.names('main', [[1, 'one more', () => 1]])
    expect(watcher.seen().names).toHaveLength(limits.seenNames)
  })
})

describe('the waits of a program', () => {
  const sleeper: Program = (node) => ({
    *start(): Generator<unknown, void, never> {
      for (const ms of [10, 30])
        yield* watcher.wait('main', 3, node.sleep(ms)) as Generator<unknown, void, never>
    },
  })
  const scenario = plan(cell(sleeper, { nodes: ['A'] }), { until: 100 })

  test('are told by line: how often, how long in all, and in which run', () => {
    const runs = [1, 2].map(() => whileFollowed(() => run(scenario))[1])
    const [site, ...others] = watcher.seen().waits
    expect(others).toEqual([])
    expect(site).toMatchObject({ cell: 'main', line: 3, times: 4, totalMs: 80 })
    expect(site!.all.map(({ fromMs, toMs, node, kind }) => [fromMs, toMs, node, kind])).toEqual([
      [0, 10, 'A', 'sleep'],
      [10, 40, 'A', 'sleep'],
      [0, 10, 'A', 'sleep'],
      [10, 40, 'A', 'sleep'],
    ])
    expect(site!.all.map((wait) => wait.run)).toEqual([runs[0], runs[0], runs[1], runs[1]])
  })

  test('change nothing of the run, and outside the cell’s own runs nobody is told', () => {
    const plain = plan(cell((node) => ({ *start() { for (const ms of [10, 30]) yield* node.sleep(ms) } }), { nodes: ['A'] }), { until: 100 }) // prettier-ignore
    expect(run(scenario).hash()).toBe(run(plain).hash())
    expect(watcher.seen().waits).toEqual([])
  })

  test('are only those of the engine: anything else passes through', () => {
    const own = [1, 2].values()
    for (const other of [own, undefined, null, 7, { kind: 'sleep' }]) expect(watcher.wait('main', 1, other)).toBe(other) // prettier-ignore
  })
})
