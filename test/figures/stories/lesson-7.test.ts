import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { keptPlan } from '#build/plans.ts'
import { rowsOf, unpacked, type PackedHead } from '#engine/vectors/packed.ts'
import { cosine } from '#engine/vectors/space.ts'
import { boxes, swaps } from '#figures/stories/assistant/boxes.ts'
import { tellEvening } from '#figures/stories/assistant/tell.ts'
import { causes, experiments, tellsApart } from '#figures/stories/wrong-answer/causes.ts'
import { everyOutcome } from '#figures/stories/wrong-answer/first.ts'
import { tell } from '#figures/stories/wrong-answer/tell.ts'
import { stepText } from '#figures/stories/walk/data.ts'
import { walksOf } from '#figures/stories/walk/walk.ts'

const planOf = (id: string) => keptPlan(id).plan

describe('same wrong answer, four causes', () => {
  test('each cause serves walnut cake, and its own knob lemon pie', () => {
    for (const { plan, change } of causes) {
      expect(tell(planOf(plan), {}).answer.answer).toBe('walnut cake')
      expect(tell(planOf(plan), change).answer.answer).toBe('lemon pie')
    }
  })

  test('one experiment tells all four apart, and no other does', () => {
    const outcomes = everyOutcome(planOf)
    expect(experiments.filter(({ id }) => tellsApart(outcomes, id)).map(({ id }) => id)).toEqual(['follow'])
  })
})

describe('one message through eight boxes', () => {
  const busy = planOf('databases-for-ai.busy')
  const right = tellEvening(busy, undefined, swaps[0]!)

  test('goes from the guest through every box that must hear of it', () => {
    const ways = right.hops.map(({ from, to }) => `${from} ${to}`)
    for (const way of [
      'guest api',
      'api chat',
      'api usage',
      'api log',
      'log embedder',
      'embedder index',
      'log batch',
      'batch objects',
      'index api',
    ])
      // prettier-ignore
      expect(ways).toContain(way)
    expect(right.noticed).toMatchObject({ answer: 'lemon pie', acknowledged: 6, kept: 6, usageStored: 300 })
  })

  test('a dead box is noticed, each in its own way', () => {
    const noticed = boxes.map(({ id }) => JSON.stringify(tellEvening(busy, id, swaps[0]!).noticed))
    for (const one of noticed) expect(one).not.toBe(JSON.stringify(right.noticed))
    expect(tellEvening(busy, 'chat', swaps[0]!).noticed.slowestMs).toBeGreaterThan(10_000)
  })

  test('a store in the wrong box is noticed too', () => {
    const of = (id: string) =>
      tellEvening(
        busy,
        undefined,
        swaps.find((one) => one.id === id)!,
      ).noticed
    expect(of('usage').slowestMs).toBeGreaterThan(right.noticed.slowestMs! * 1.3)
    expect(of('chat')).toMatchObject({ kept: 5, answer: 'walnut cake' })
    expect(of('training').slowestMs).toBeGreaterThan(right.noticed.slowestMs! * 5)
    // At thirty rows an index doesn't pay, and the figure says so.
    expect(of('search').compared).toBeLessThan(right.noticed.compared)
  })
})

describe('the words', () => {
  const head = JSON.parse(readFileSync('content/vectors/words.json', 'utf8')) as PackedHead & { words: string[]; groups: string[] } // prettier-ignore
  const rows = rowsOf(unpacked(head, readFileSync('content/vectors/words.bin')))
  const vectorOf = (word: string) => rows[head.words.indexOf(word)]!

  test('are walked to as the searches go, with every comparison counted', () => {
    const words = 'dog cat horse cow wolf fox joy fear anger hope car truck bus train ship boat'.split(' ')
    const of = (word: string) => ({ word, group: '', vector: vectorOf(word) })
    const data = walksOf([...words, 'puppy'].map(of), ['puppy'])
    for (const walk of data.walks) {
      const told = walk.steps.reduce((sum, [, , ...compared]) => sum + compared.length, 0)
      expect(walk.compared).toBe(told + (walk.method === 'ivf' ? 8 : 0))
      expect(walk.steps.map((_, at) => stepText(data, walk, at)).join(' ')).not.toMatch(/undefined/)
      if (walk.method === 'exact') expect(walk).toMatchObject({ recall: 1, compared: words.length })
    }
    expect(data.walks.find(({ method, dial }) => method === 'ivf' && dial === 8)!.recall).toBe(1)
  })

  test.each([
    ['kafka', 'paprika'],
    ['cassandra', 'radish'],
  ])('have blind spots: the nearest to %s is %s', (word, nearest) => {
    const own = vectorOf(word)
    const best = head.words
      .map((other, row) => ({ other, score: other === word ? -1 : cosine(own, rows[row]!) }))
      .toSorted((a, b) => b.score - a.score)[0]!
    expect(best.other).toBe(nearest)
  })
})
