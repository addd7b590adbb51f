import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { descend, difference } from '#engine/merkle/descent.ts'
import { drawnAfter, keyOfRows, pairOfRows } from '#figures/merkle/pair.ts'
import {
  closedUp,
  edited,
  exampleReplicas,
  growReplicas,
  plant,
  type Replicas,
} from '#figures/merkle/rows.ts'
import { openRows } from '#figures/merkle/rows-session.ts'
import { namesFor } from '#figures/merkle/words.ts'
import type { PictureNode } from '#figures/tree/picture.tsx'

const link = { roundTripMs: 40, megabitsPerSecond: 100 }

function grown(depth: number, missing: number): Replicas {
  const growing = growReplicas(depth, missing)
  for (;;) {
    const step = growing.next()
    if (step.done === true) return step.value
  }
}

function drawn(replicas: Replicas, steps: number): PictureNode {
  const seen = descend(...replicas.trees)
    .slice(0, steps)
    .map(({ from, to }) => keyOfRows(from, to))
  return drawnAfter(pairOfRows(...replicas.trees, namesFor(replicas)), seen, 0)
}

function all(node: PictureNode): readonly PictureNode[] {
  return [node, ...node.children.flatMap(all)]
}

describe('the rows of two replicas', () => {
  it('differ in just the planted places', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 0, max: 8 }), (depth, missing) => {
        const count = Math.min(missing, 2 ** depth)
        const { rows, trees } = grown(depth, missing)
        const differing = rows[0].flatMap((row, index) => (row === rows[1][index] ? [] : [index]))
        expect(differing).toHaveLength(count)
        expect(difference(...trees).leaves).toEqual(differing)
      }),
      { seed: 7, numRuns: 40 },
    )
  })

  it('agree with their trees after an edit on either side', () => {
    const start = exampleReplicas('row-3')
    const mended = edited(start, 1, 2, 'table 3: no nuts')
    expect(difference(...mended.trees).leaves).toEqual([])
    expect(difference(...edited(mended, 0, 0, 'x').trees).leaves).toEqual([0])
    expect(difference(...plant(mended, 4).trees).leaves).toEqual([0, 1, 2, 3])
  })
})

describe('drawnAfter(root, seen)', () => {
  it('shows a small tree whole, and gives nothing away before it is compared', () => {
    const nodes = all(drawn(exampleReplicas('data-d'), 0))
    expect(nodes).toHaveLength(7)
    expect(new Set(nodes.map(({ look }) => look))).toEqual(new Set(['unseen']))
  })

  it('marks what was compared and pales what an equal node settles', () => {
    const looks = Object.fromEntries(
      all(drawn(exampleReplicas('data-d'), 3)).map(({ key, look }) => [key, look]),
    )
    expect(looks).toEqual({
      '0-4': 'differs',
      '0-2': 'same',
      '0-1': 'settled',
      '1-2': 'settled',
      '2-4': 'differs',
      '2-3': 'unseen',
      '3-4': 'unseen',
    })
  })

  it('unfolds a large tree only where the walk has been', () => {
    const replicas = grown(10, 1)
    expect(all(drawn(replicas, 0))).toHaveLength(1)
    const nodes = all(drawn(replicas, Infinity))
    expect(nodes).toHaveLength(21)
    expect(nodes.filter(({ folded }) => folded).every(({ look }) => look === 'same')).toBe(true)
  })
})

describe('openRows(options)', () => {
  it('walks in the order of the engine, comparison by comparison', () => {
    const session = openRows({ id: 'x', example: 'row-3', at: 0, link })
    session.given.value = grown(7, 5)
    const steps = descend(...session.given.value.trees)
    expect(session.frame.value.walk.map(({ key, equal }) => ({ key, equal }))).toEqual(
      steps.map(({ from, to, equal }) => ({ key: keyOfRows(from, to), equal })),
    )
  })

  it('counts 5 hashes, 160 bytes and 3 trips for the notes’ example, and what is then sent', () => {
    const session = openRows({ id: 'x', example: 'row-3', at: Infinity, link })
    const { step, walkExchange, streams } = session.frame.value
    expect(step).toBe(5)
    expect(walkExchange).toMatchObject({ bytes: 160, roundTrips: 3 })
    expect(streams).toContain('1 row sent both ways: 16 bytes from A, 0 bytes from B')
  })

  it('says kindly why lists of different length are not compared', () => {
    const session = openRows({ id: 'x', example: 'row-3', at: 0, link })
    session.hanging.value = 'line'
    expect(session.frame.value.refusal).toMatch(
      /^No descent: by position, A has 4 rows and B has 3\. The two trees/,
    )
    expect(session.frame.value.walk).toEqual([])
    expect(closedUp(exampleReplicas('data-d'))).toEqual(exampleReplicas('data-d'))
  })

  it('finds one leaf by address, and every leaf from the gap on in a line', () => {
    const found = (hanging: 'address' | 'padded') =>
      openRows({ id: 'x', example: 'row-3', at: Infinity, hanging, link }).found.value
    expect(found('address')).toEqual([2])
    expect(found('padded')).toEqual([2, 3])
  })

  it('says how many hashes an edit changed: a leaf and all above it', () => {
    const session = openRows({ id: 'x', example: 'data-d', at: 0, link })
    session.write(1, 2, 'Data c')
    expect(session.frame.value.before).toContain('3 of B’s 7 hashes changed')
    session.write(1, 2, 'Data c')
    expect(session.frame.value.before).toContain('None of B’s hashes changed')
  })

  it('begins the walk anew after an edit', () => {
    const session = openRows({ id: 'x', example: 'data-d', at: Infinity, link })
    session.write(1, 3, 'Data D')
    expect(session.frame.value.step).toBe(0)
    expect(session.frame.value.walk).toHaveLength(1)
  })
})
