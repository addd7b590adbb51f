import { describe, expect, it } from 'vitest'
import { chooseMany } from '#learning/kinds/choose-many.ts'
import { chooseOne } from '#learning/kinds/choose-one.ts'
import { leaf } from '#learning/kinds/leaf.ts'
import { number } from '#learning/kinds/number.ts'
import { normalized, shortText } from '#learning/kinds/short-text.ts'
import { leafSchema } from '#learning/kinds/leaf.schema.ts'
import { base } from './question-base.ts'

const options = [
  { id: 'a', text: 'A', reason: 'because a' },
  { id: 'b', text: 'B', reason: 'not b', misconception: 'm' },
  { id: 'c', text: 'C', reason: 'not c', misconception: 'n' },
]
const right = (verdict: ReturnType<typeof chooseOne.grade>) =>
  'right' in verdict ? verdict.right : verdict.ask

describe('choose-one', () => {
  const view = chooseOne.view({ ...base, kind: 'choose-one', options }, { key: 'a' }, 3)

  it('is right for the key alone, and gives every option its reason', () => {
    expect([right(chooseOne.grade(view, 'a')), right(chooseOne.grade(view, 'b'))]).toEqual([true, false])
    const verdict = chooseOne.grade(view, 'b')
    if (!('right' in verdict)) throw new Error('expected a verdict')
    expect(verdict.choice).toBe('b')
    expect(verdict.reasons.filter(({ isChosen }) => isChosen).map(({ label }) => label)).toEqual(['B'])
    expect(verdict.reasons.map(({ reason }) => reason).sort()).toEqual(['because a', 'not b', 'not c'])
  })

  it('asks for a choice when there is none', () => {
    expect(right(chooseOne.grade(view, undefined))).toMatch(/Choose/)
    expect(right(chooseOne.grade(view, 'zzz'))).toMatch(/Choose/)
  })

  it('refuses a key that has a misconception, saying what to mend', () =>
    expect(() => chooseOne.view({ ...base, kind: 'choose-one', options }, { key: 'b' }, 3)).toThrow(
      /expected the key to be what has no misconception, "a"; received "b".*Fix/,
    ))
})

describe('choose-many', () => {
  const question = {
    ...base,
    kind: 'choose-many' as const,
    options: [...options, { id: 'd', text: 'D', reason: 'd' }],
  }

  it.each([{ key: 'a d' }, { key: ['d', 'a'] }])('takes a key as one text or as a list: %o', ({ key }) => {
    const view = chooseMany.view(question, { key }, 3)
    expect(right(chooseMany.grade(view, ['d', 'a']))).toBe(true)
    expect(right(chooseMany.grade(view, ['a']))).toBe(false)
    expect(right(chooseMany.grade(view, ['a', 'd', 'b']))).toBe(false)
    expect(right(chooseMany.grade(view, []))).toMatch(/Tick/)
  })

  it('tells in words what of an answer was right', () => {
    const view = chooseMany.view(question, { key: 'a d' }, 3)
    const part = (...ids: string[]) => (chooseMany.grade(view, ids) as { part?: string }).part
    expect(part('a')).toBe('1 of 2 found; one is missing')
    expect(part('a', 'd', 'b')).toBe('2 of 2 found; one doesn’t belong')
    expect(part('a', 'b', 'c')).toBe('1 of 2 found; one is missing and 2 don’t belong')
    expect([part('a', 'd'), part('b')]).toEqual([undefined, undefined])
  })

  it('writes the same choice in the same way, whatever the order of ticking', () => {
    const view = chooseMany.view(question, { key: 'a d' }, 3)
    expect(chooseMany.grade(view, ['d', 'b'])).toMatchObject({ choice: 'b d' })
    expect(chooseMany.grade(view, ['b', 'd'])).toMatchObject({ choice: 'b d' })
  })
})

describe('short-text', () => {
  const question = {
    ...base,
    kind: 'short-text' as const,
    also: ['hash AB'],
    reason: 'r',
    otherwise: 'o',
    mistakes: [{ answer: ['CD', 'hash CD'], reason: 'not that side', misconception: 'm' }],
  }
  const view = shortText.view(question, { key: 'AB' }, 0)

  it.each([
    'AB',
    'ab',
    ' Ab. ',
    '“AB”',
    'the AB',
    'Hash-AB',
    'hash  ab!',
    'ＡＢ',
    'hash\u2011ab',
    '«ab»,',
    'a\u200bb',
  ])('accepts %j', (typed) => expect(right(shortText.grade(view, typed))).toBe(true))

  it('answers a known mistake by its reason, and asks for an answer when there is none', () => {
    expect(JSON.stringify(shortText.grade(view, 'cd'))).toContain('not that side')
    expect(right(shortText.grade(view, 'abc'))).toBe(false)
    expect(right(shortText.grade(view, ' . '))).toMatch(/Type your answer/)
  })

  it('refuses a form that is both accepted and a mistake', () => {
    expect(() => shortText.view(question, { key: 'cd' }, 0)).toThrow(/"CD" is both accepted and a mistake/)
  })

  it('compares without case, quotes, hyphens, articles or a last stop', () =>
    expect(normalized(' The “Root-Hash”. ')).toBe('root hash'))
})

describe('recall(choice)', () => {
  it('gives back the answer that was graded', () => {
    expect(chooseOne.recall('b')).toBe('b')
    expect(chooseMany.recall('b d')).toEqual(['b', 'd'])
    expect(number.recall('31')).toBe('31')
    expect(shortText.recall('ab')).toBe('ab')
    expect(leaf.recall('leaf 5')).toBe(5)
  })
})

describe('leaf', () => {
  const leaves = [
    { name: 'leaf A', reason: 'same', misconception: 'm' },
    { name: 'leaf B', reason: 'it differs' },
  ]
  const question = { ...base, kind: 'leaf' as const, picture: { cell: 'c', value: 'trees' }, leaves }
  const picture = JSON.stringify({
    sides: ['A', 'B'],
    levels: [
      [{ leaves: 2, digests: ['c85e', 'fa3f'] }],
      [
        { leaves: 1, digests: ['4d00', '4d00'] },
        { leaves: 1, digests: ['7833', '62f3'] },
      ],
    ],
  })
  const view = leaf.view(question, { key: 1, picture }, 0)

  it('is right for the leaf of the key, and says why of the one that was clicked', () => {
    expect(right(leaf.grade(view, 1))).toBe(true)
    expect(right(leaf.grade(view, 0))).toBe(false)
    expect(JSON.stringify(leaf.grade(view, 0))).toContain('same')
    expect(right(leaf.grade(view, undefined))).toMatch(/Choose a leaf/)
    expect(right(leaf.grade(view, 2))).toMatch(/Choose a leaf/)
  })

  it('refuses a key that is another leaf, and a cell that shows no tree', () => {
    expect(() => leaf.view(question, { key: 0, picture }, 0)).toThrow(/number 1; received 0/)
    expect(() => leaf.view(question, { key: 1 }, 0)).toThrow(
      /publish two trees as JSON text.*received nothing/,
    )
    const narrow = JSON.stringify({ sides: ['A', 'B'], levels: [[{ leaves: 3, digests: ['a', 'b'] }]] })
    expect(() => leaf.view(question, { key: 1, picture: narrow }, 0)).toThrow(
      /over 3 leaves where the question names 2/,
    )
  })

  it('wants a misconception of each leaf but one', () => {
    expect(leaf.problems({ ...question, leaves: leaves.slice(1).concat(leaves.slice(1)) })).toHaveLength(1)
    expect(leafSchema.safeParse(question).success).toBe(true)
  })
})
