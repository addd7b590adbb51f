import { describe, expect, it } from 'vitest'
import { happeningsOf, lastWordMs, nextWordMs } from '#figures/two-worlds/happenings.ts'
import { rules } from '#figures/two-worlds/rules.ts'
import { outcomeOf } from '#figures/two-worlds/words.ts'
import { scenario, seenCount, sleepMs, story, viewsOf, wakesMs, worldOf } from '#figures/two-worlds/worlds.ts'

const sleeps = [sleepMs.least, sleepMs.usual, 40_000, sleepMs.most]
const cases = rules.flatMap(({ id, patienceMs }) => sleeps.map((sleep) => ({ id, patienceMs, sleep })))
const under = (id: string, fate: 'crashed' | 'slow', sleep: number = sleepMs.usual) =>
  worldOf(fate, rules.find((rule) => rule.id === id)?.patienceMs ?? null, sleep)

describe('two worlds that differ in what befalls B alone', () => {
  it('are one plan but for the faults', () => {
    const [crashed, slow] = (['crashed', 'slow'] as const).map(
      (fate) => scenario(fate, 10_000, sleepMs.usual).plan,
    )
    expect({ ...crashed, faults: [] }).toEqual({ ...slow, faults: [] })
    expect(crashed?.faults.map((fault) => fault.do)).toEqual(['crash'])
    expect(slow?.faults.map((fault) => fault.do)).toEqual(['pause', 'resume'])
  })

  it.each(cases)(
    'look the same to A and to C under the rule "$id" until B has slept $sleep ms',
    ({ patienceMs, sleep }) => {
      for (const node of ['A', 'C']) {
        const { crashed, slow } = viewsOf(node, patienceMs, sleep)
        expect(crashed).toBe(slow)
      }
      expect(seenCount(worldOf('slow', patienceMs, sleep), wakesMs(sleep))).toBeGreaterThan(50)
    },
  )

  it.each(cases)(
    'part under the rule "$id" when B, after $sleep ms, speaks again',
    ({ patienceMs, sleep }) => {
      const [crashed, slow] = (['crashed', 'slow'] as const).map((fate) => worldOf(fate, patienceMs, sleep))
      expect(crashed?.run.hash()).not.toBe(slow?.run.hash())
      expect(crashed && nextWordMs(crashed)).toBeUndefined()
      expect((slow && nextWordMs(slow)) ?? 0).toBeGreaterThan(wakesMs(sleep))
    },
  )
})

describe('what the rules cost', () => {
  it('is nothing before the reader has decided: no rule has acted by then', () => {
    for (const { patienceMs } of rules) {
      const { declaredMs } = worldOf('crashed', patienceMs, sleepMs.usual)
      expect(declaredMs ?? Infinity).toBeGreaterThan(story.decideMs)
    }
  })

  it('is the patience, in a world where B has crashed', () => {
    const waited = rules.slice(0, 4).map(({ id }) => under(id, 'crashed').served[0]?.atMs ?? 0)
    expect(waited).toEqual([16_599, 20_599, 28_599, 70_599])
    expect(under('never', 'crashed').served).toEqual([])
  })

  it('is a second cake, in a world where B wakes after it was called dead; with nuts, if the slip was not phoned', () => {
    expect(under('now', 'slow').served.map(({ by, nuts }) => [by, nuts])).toEqual([
      ['A', false],
      ['B', true],
    ])
    expect(under('ten', 'slow').served.map(({ by, nuts }) => [by, nuts])).toEqual([
      ['B', false],
      ['A', false],
    ])
  })

  it('is nothing where the patience lasts longer than the sleep, and there is a sleep for each patience', () => {
    expect(outcomeOf(under('eighteen', 'slow'))).toEqual({ text: 'One cake: B’s, after 17 s.', bad: false })
    expect(under('eighteen', 'slow', 20_000).served).toHaveLength(2)
    expect(under('minute', 'slow', 60_000).served).toHaveLength(1)
    expect(under('minute', 'slow', sleepMs.most).served).toHaveLength(2)
  })
})

describe('what is told while the worlds are covered', () => {
  it('is A’s alone, and the same in both', () => {
    const told = (['crashed', 'slow'] as const).map((fate) =>
      happeningsOf(worldOf(fate, null, sleepMs.usual), story.decideMs, true),
    )
    expect(told[0]).toEqual(told[1])
    expect(new Set(told[0]?.map(({ node }) => node))).toEqual(new Set(['A']))
    expect(lastWordMs(worldOf('slow', null, sleepMs.usual))).toBeLessThan(story.decideMs)
  })

  it('holds no word of what befell B', () => {
    const words = JSON.stringify(happeningsOf(worldOf('crashed', null, sleepMs.usual), story.decideMs, true))
    expect(words).not.toMatch(/crash|asleep|oven/)
  })
})
