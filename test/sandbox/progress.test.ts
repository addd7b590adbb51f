import { expect, test, vi } from 'vitest'
import { nodeIsolation } from '#build/node-isolation.ts'
import { partNames, runtime } from '#build/runtime.ts'
import { progressWords } from '#components/cell/progress-words.ts'
import { assemble } from '#sandbox/assemble.ts'
import { compile } from '#sandbox/compile.ts'
import type { Progress } from '#sandbox/items.ts'
import { readMessage } from '#sandbox/read.ts'
import { startRun } from '#sandbox/runner.ts'

/** What a run tells of how far it is. */
async function progressOf(source: string): Promise<readonly Progress[]> {
  const compiled = compile('main', source)
  if (!compiled.ok) throw new Error(compiled.error.message)
  const { text } = await runtime(partNames)
  return new Promise((resolve) => {
    const told: Progress[] = []
    startRun(
      assemble(text, [{ name: 'main', source, ...compiled }]),
      nodeIsolation,
      { item() {}, value() {}, progress: (one) => void told.push(one), ended: () => resolve(told) },
      60_000,
    )
  })
}

/** Each verdict of this check takes a while on any machine. */
const slow =
  "import { checkOf, plan, ring, search } from 'engine'\n" +
  "const check = checkOf('slow', 'none', () => { let sum = 0; for (let i = 0; i < 3e7; i++) sum += i % 7; return { result: sum < 0 ? 'broken' : 'holds', why: '', at: [] } })\n"

test('a long search tells how far it is, a few times and ever further; a short one tells nothing', async () => {
  const told = await progressOf(
    `${slow}search((seed) => plan(ring(), { seed, until: 10 }), check, { seeds: 60 })`,
  )
  expect(told.length).toBeGreaterThan(0)
  expect(told.length).toBeLessThan(60)
  expect(told.every(({ of, all }) => of === 'seeds' && all === 60)).toBe(true)
  expect(told.map(({ done }) => done)).toEqual([...told.map(({ done }) => done)].sort((a, b) => a - b))
  const quick = await progressOf(
    "import { freshReads, plan, ring, search } from 'engine'\nsearch((seed) => plan(ring(), { seed, until: 10 }), freshReads, { seeds: 1 })",
  )
  expect(quick).toEqual([])
})

test('progress is read field by field, and told in words', () => {
  const progress = { of: 'seeds', done: 340, all: 1000 } as const
  expect(readMessage({ type: 'progress', progress: { ...progress, html: '<b>' } })).toEqual({
    type: 'progress',
    progress,
  })
  for (const wrong of [
    null,
    {},
    { of: 'lies', done: 1 },
    { of: 'seeds', done: '1' },
    { of: 'seeds', done: NaN },
  ])
    expect(readMessage({ type: 'progress', progress: wrong })).toBeUndefined()
  expect(progressWords(progress)).toBe('340 of 1,000 seeds tried')
  expect(progressWords({ of: 'plans', done: 3, all: 200 })).toBe('3 of 200 plans played')
  expect(progressWords({ of: 'entries', done: 1 })).toBe('1 entry left')
  expect(progressWords({ of: 'moments', done: 12 })).toBe('12 moments rewound to')
})

test('the first word comes after a rest, and so does each further one: a few a second, whatever the steps take', async () => {
  vi.resetModules()
  let nowMs = 1000
  vi.spyOn(Date, 'now').mockImplementation(() => nowMs)
  const { toldByStep } = await import('#sandbox/progress.ts')
  const { setSink } = await import('#sandbox/sink.ts')
  const told: Progress[] = []
  setSink({ item() {}, value() {}, error() {}, progress: (one) => void told.push(one) })
  function* steps() {
    for (let step = 1; step <= 10; step++) {
      yield step
      nowMs += 100
    }
    return 'whole'
  }
  expect(toldByStep(steps(), (step, place) => ({ of: 'seeds', done: step, all: place }))).toBe('whole')
  expect(told.map(({ done, all }) => [done, all])).toEqual([
    [4, 4],
    [7, 7],
    [10, 10],
  ])
})
