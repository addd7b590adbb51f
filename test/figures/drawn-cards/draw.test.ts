import { describe, expect, it } from 'vitest'
import { drawCard, drawnNames, drawShowing } from '#figures/drawn-cards/draw.ts'
import { mostWordsOnBack } from '#learning/cards/problems.ts'
import { lessons } from '../../content/lessons.ts'

const seeds = Array.from({ length: 60 }, (_, seed) => seed * 7919 + 1)

describe.each(drawnNames)('a card drawn as %s', (name) => {
  const drawn = seeds.map((seed) => drawCard(name, seed))

  it('is the same for the same seed, and another for most others, with more than one answer', () => {
    expect(seeds.slice(0, 5).map((seed) => drawCard(name, seed))).toEqual(drawn.slice(0, 5))
    expect(new Set(drawn.map(({ front }) => front)).size).toBeGreaterThan(4)
    expect(new Set(drawn.map(({ back }) => back)).size).toBeGreaterThan(1)
  })

  it('has one answer to one question, as short as any card’s', () => {
    const answers = new Map(drawn.map(({ front, back }) => [front, back]))
    for (const { front, back } of drawn) {
      expect(answers.get(front)).toBe(back)
      expect(back.split(' ').length).toBeLessThanOrEqual(mostWordsOnBack)
    }
  })

  it('never asks the same twice in a row, and asks the same on every device', () => {
    for (const card of ['replicas.one', 'replicas.two']) {
      const fronts = Array.from({ length: 40 }, (_, showing) => drawShowing(name, card, showing).front)
      expect(fronts.filter((front, at) => front === fronts[at - 1])).toEqual([])
      expect(drawShowing(name, card, 7).front).toBe(fronts[7])
    }
  })

  it('stands in a deck', () =>
    expect(lessons.flatMap(({ cards }) => cards).filter((card) => card.drawn === name)).toHaveLength(1))
})

it('the answers are what the rules say, by an oracle that runs nothing', () => {
  for (const seed of seeds) {
    const quorum = drawCard('quorum-down', seed)
    const [replicas = 0, down = 0] = quorum.front.match(/\d+/g)!.map(Number)
    expect(quorum.back.startsWith('It’s acknowledged')).toBe((replicas - down) * 2 > replicas)
    const tree = drawCard('descent', seed)
    expect(Number(/^\d+/.exec(tree.back)![0])).toBe(1 + 2 * Math.log2(Number(/\d+/.exec(tree.front)![0])))
    const clock = drawCard('skewed-clock', seed)
    const [, late, direction] = /(\d+) s (slow|fast)/.exec(clock.front) ?? []
    const gap = Number(/cake ([\d.]+) s later/.exec(clock.front)![1])
    expect(clock.back.startsWith('Cake')).toBe(direction !== 'slow' || Number(late) < gap)
    const sets = drawCard('overlap', seed)
    const counts = { ONE: 1, QUORUM: 2, ALL: 3 } as const
    const [write, read] = sets.front.match(/ONE|QUORUM|ALL/g) as (keyof typeof counts)[]
    expect(sets.back.startsWith('It can’t')).toBe(counts[write!] + counts[read!] > 3)
    const stale = drawCard('stale-read', seed)
    expect(stale.back.startsWith('Nothing')).toBe(stale.front[0] === /ONE through (\w)/.exec(stale.front)![1])
  }
})
