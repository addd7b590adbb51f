import { describe, expect, it } from 'vitest'
import { runLinked } from '#build/cells.ts'
import { partNames, runtime } from '#build/runtime.ts'
import { compile } from '#sandbox/compile.ts'
import { plainError } from '#sandbox/plain-errors.ts'

it.each([
  [
    'PlanError',
    'ring.hint: expected one of the fields nodes, hints, seeds; received false.',
    /Did you mean hints\?/,
  ],
  [
    'PlanError',
    'plan.ops[0].args.levl: expected one of the fields key, level; received "ONE".',
    /Did you mean level\?/,
  ],
  [
    'PlanError',
    'plan.ops[0].args.level: expected one of "ANY", "ONE", "ALL"; received "one".',
    /Did you mean "ONE"\?/,
  ],
  ['TypeError', "Cannot read properties of undefined (reading 'c')", /before \.c is undefined/],
  ['TypeError', 'Assignment to constant variable.', /let/],
  ['ReferenceError', "Cannot access 'a' before initialization", /a is declared further down/],
  ['ReferenceError', 'undefinedThing is not defined', /There’s no undefinedThing here/],
  ['ReferenceError', "Can't find variable: undefinedThing", /There’s no undefinedThing here/],
  ['RangeError', 'Maximum call stack size exceeded', /never stops/],
  ['TypeError', 'x is not iterable', /x isn’t iterable/],
] as const)('adds to %s: %j what to do', (name, message, hint) => {
  expect(plainError({ name, message }).hint).toMatch(hint)
})

it('says names as the cell has them', () => {
  const said = (message: string) => plainError({ name: 'TypeError', message }).message
  expect(said('_engine.plan.call(...).at(...).wite is not a function')).toBe(
    'plan(...).at(...).wite is not a function',
  )
  expect(said('(0 , _engine.plann) is not a function')).toBe('plann is not a function')
  expect(said('__dirname stays')).toBe('__dirname stays')
})

it('keeps a hint that is there, and gives none where it has none', () => {
  expect(plainError({ name: 'ReferenceError', message: 'x is not defined', hint: 'mine' }).hint).toBe('mine')
  expect(plainError({ name: 'Error', message: 'of the cell’s own' })).toEqual({
    name: 'Error',
    message: 'of the cell’s own',
  })
  expect(
    plainError({ name: 'PlanError', message: 'plan.until: expected a whole number; received 1.' }).hint,
  ).toBeUndefined()
})

/** What a cell with this text shows. */
async function run(source: string): ReturnType<typeof runLinked> {
  const compiled = compile('main', source)
  if (!compiled.ok) throw new Error(compiled.error.message)
  const { text } = await runtime(partNames)
  return runLinked(text, [{ name: 'main', source, ...compiled }])
}

describe('the errors of a cell', () => {
  it('tells what caused an error, and what several errors are', async () => {
    const caused = await run(
      "throw new Error('outer', { cause: new TypeError('inner', { cause: { code: 7 } }) })",
    )
    expect(caused.items.at(-1)).toMatchObject({
      message: 'outer',
      inner: ['Caused by TypeError: inner', 'Caused by { code: 7 }'],
    })
    const many = await run("await Promise.any([Promise.reject(new RangeError('a')), Promise.reject('b')])")
    expect(many.items.at(-1)).toMatchObject({
      name: 'AggregateError',
      inner: ['1 of 2: RangeError: a', "2 of 2: 'b'"],
    })
    const circle = await run("const a = new Error('a')\na.cause = a\nthrow a")
    expect(circle.items.at(-1)).not.toHaveProperty('inner')
  })

  it.each([
    ['plan(ring(), { sed: 1 })', /plan\.sed: expected one of the fields seed/, 'Did you mean seed?'],
    [
      "run(plan(ring()), { recrod: 'trace' })",
      /run\.recrod: expected one of the fields record/,
      'Did you mean record?',
    ],
    [
      "run(plan(ring()), { record: 'trac' })",
      /run\.record: expected one of "none", "trace"/,
      'Did you mean "trace"?',
    ],
    [
      "cell(() => ({}), { node: ['A'] })",
      /cell\.node: expected one of the fields nodes/,
      'Did you mean nodes?',
    ],
    ['plan(ring({ hint: false }))', /ring\.hint: expected one of the fields/, 'Did you mean hints?'],
    [
      "plan(ring()).at(0).write('x', 1, { level: 'one' })",
      /level: expected one of "ANY", "ONE"/,
      'Did you mean "ONE"?',
    ],
    ["plan(ring()).at(0).wite('x', 1)", /^plan\(\.\.\.\)\.at\(\.\.\.\)\.wite is not a function/, undefined],
  ])('names in %s what is unknown, and what is allowed', async (source, message, hint) => {
    const ran = await run(`import { cell, plan, ring, run } from 'engine'\n${source}`)
    expect(ran.items.at(-1)).toMatchObject({ message: expect.stringMatching(message), at: { line: 2 } })
    if (hint !== undefined) expect(ran.items.at(-1)).toMatchObject({ hint })
  })
})
