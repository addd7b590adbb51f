import { describe, expect, it } from 'vitest'
import { parseQuestion, questionsSchema } from '#learning/questions.schema.ts'

const good = {
  id: 'merkle-trees.first-step',
  version: 1,
  section: 'walk',
  place: 'text',
  asks: 'next',
  about: 'idea',
  kind: 'choose-one',
  prompt: 'The two roots differ. What is compared next?',
  key: { stated: 'children', source: 'rfc-6962' },
  options: [
    { id: 'children', text: 'The two children of each root', reason: 'The walk goes down a level.' },
    { id: 'leaves', text: 'All leaves', reason: 'That is the whole list.', misconception: 'compares-all' },
    { id: 'rows', text: 'All rows', reason: 'Rows travel last.', misconception: 'compares-rows' },
  ],
}
const goodNumber = {
  ...good,
  id: 'merkle-trees.count',
  kind: 'number',
  about: 'tree',
  options: undefined,
  key: { computed: { cell: 'walk', value: 'compared' } },
  unit: 'hashes',
  tolerance: 0,
  reason: 'One for the root, two a level.',
  otherwise: 'Count the root, then two a level.',
  mistakes: [{ answer: 15, reason: 'That is one a level.', misconception: 'one-a-level' }],
}
const problemsOf = (entry: unknown) => parseQuestion(JSON.parse(JSON.stringify(entry))).problems.join('\n')

describe('parseQuestion(entry)', () => {
  it('takes questions that are whole', () => {
    expect(problemsOf(good)).toBe('')
    expect(problemsOf(goodNumber)).toBe('')
  })

  const option = (change: object) => ({
    ...good,
    options: [{ ...good.options[0], ...change }, ...good.options.slice(1)],
  })
  const lure = (change: object) => ({
    ...good,
    options: [...good.options.slice(0, 2), { ...good.options[2], ...change }],
  })
  const canaries: [name: string, entry: unknown, says: RegExp][] = [
    ['an unknown kind', { ...good, kind: 'guess' }, /expected a kind \(choose-one.*received "guess"/],
    ['an unknown field', { ...good, promt: 'x' }, /expected only known fields .* received "promt": correct/],
    ['an unknown field of an option', lure({ reson: 'x' }), /at options\.2, received "reson"/],
    ['no id', { ...good, id: undefined }, /\(no id\)|at id/],
    ['an id without its lesson', { ...good, id: 'walk' }, /expected an id such as/],
    ['no version', { ...good, version: undefined }, /at version, received nothing/],
    ['no section', { ...good, section: undefined }, /at section/],
    [
      'an option without its reason',
      option({ reason: undefined }),
      /the reason why this option .*at options\.0\.reason/,
    ],
    ['an option with an empty reason', option({ reason: ' ' }), /at options\.0\.reason/],
    [
      'a lure without a misconception',
      lure({ misconception: undefined }),
      /exactly one option without a misconception, received 2/,
    ],
    ['a right answer with a misconception', option({ misconception: 'x' }), /received 0/],
    ['two options', { ...good, options: good.options.slice(0, 2) }, /at options/],
    [
      'four options without a word why',
      { ...good, options: [...good.options, { ...good.options[2], id: 'more' }] },
      /expected three options, received 4/,
    ],
    ['an option id given twice', lure({ id: 'leaves' }), /"leaves" twice/],
    ['no key', { ...good, key: undefined }, /expected a key that is computed or stated.* at key/],
    ['a bare key', { ...good, key: 'children' }, /computed or stated, received "children"; write "key:/],
    ['a key of a third sort', { ...good, key: { guessed: 'children' } }, /received the fields: guessed/],
    [
      'a key that is both',
      { ...good, key: { computed: { cell: 'a', value: 'b' }, stated: 'children', source: 's' } },
      /received the fields: computed, source, stated/,
    ],
    [
      'a stated key without its source',
      { ...good, key: { stated: 'children' } },
      /expected a "source" beside "stated"/,
    ],
    [
      'a computed key without its value',
      { ...good, key: { computed: { cell: 'a' } } },
      /expected \{cell, value\}/,
    ],
    [
      'a stated number about a tree',
      { ...goodNumber, key: { stated: 31, source: 'rfc-6962' } },
      /expected a computed key for a number about a tree, received "stated"/,
    ],
    [
      'a stated number about a run',
      { ...goodNumber, about: 'run', key: { stated: 31, source: 'rfc-6962' } },
      /a number about a run/,
    ],
    [
      'a stated number hidden in an option',
      { ...good, about: 'tree', key: { stated: 'after-31', source: 'rfc-6962' } },
      /a number about a tree/,
    ],
    ['a number without a known mistake', { ...goodNumber, mistakes: [] }, /at mistakes/],
    [
      'a mistake without its misconception',
      { ...goodNumber, mistakes: [{ answer: 15, reason: 'x' }] },
      /the misconception behind this answer/,
    ],
    ['which is NOT', { ...good, prompt: 'Which of these is NOT sent?' }, /which asks “which isn’t”/],
    ['which does not', { ...good, prompt: 'Which message does not travel?' }, /which asks “which isn’t”/],
    ['all except', { ...good, prompt: 'All of these travel except one: name it.' }, /asks for the exception/],
    ['all of the above', lure({ text: 'All of the above' }), /leans on the other options/],
    ['none of the above', lure({ text: 'None of the above' }), /leans on the other options/],
    ['both of them', lure({ text: 'Both of them' }), /leans on the other options/],
    [
      'a reason that counts options',
      option({ reason: 'The second option forgets the root.' }),
      /which are shuffled/,
    ],
  ]
  it.each(canaries)('refuses %s', (_name, entry, says) => expect(problemsOf(entry)).toMatch(says))

  it('lets a reason say what a thing is not', () =>
    expect(problemsOf(option({ reason: 'A digest, which is not the row itself, travels.' }))).toBe(''))
})

describe('questionsSchema', () => {
  it('refuses an id given twice', () => {
    const result = questionsSchema.safeParse([good, good])
    expect(result.success).toBe(false)
    expect(result.error?.issues.map(({ message }) => message).join()).toMatch(
      /first-step: expected ids that differ/,
    )
  })

  it('names the question, the place and the mending of every mistake in a file', () => {
    const result = questionsSchema.safeParse([
      good,
      { ...good, id: 'merkle-trees.b', key: { stated: 'children' } },
    ])
    const [issue] = result.error?.issues ?? []
    expect(issue?.path).toEqual([1])
    expect(issue?.message).toMatch(
      /question merkle-trees\.b: expected .* received none; write "key:.* at key/,
    )
  })
})
