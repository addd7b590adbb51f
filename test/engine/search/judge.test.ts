import { expect, test } from 'vitest'
import { checkOf, judge, type Challenge, type Program } from '#engine'
import { type Answer, asked, program, right } from './adding.ts'

test('a right answer stands every plan, and is told how many', () => {
  expect(judge(asked, right, right)).toMatchObject({ result: 'right', plans: 20, tested: 20 })
})

test('a wrong one gets the smallest plan that breaks it: three writes where the third is forgotten', () => {
  const judged = judge(asked, { add: (sum) => Math.min(2, sum + 1) }, right)
  expect(judged).toMatchObject({
    result: 'broken',
    check: 'counts every write',
    why: '2 of 3',
    before: 10,
    entries: 3,
  })
})

test('what fails or never ends is broken too, with the engine’s words', () => {
  const failing = judge(asked, { add: () => { throw new Error('no sum today') } }, right) // prettier-ignore
  expect(failing).toMatchObject({ result: 'broken', check: 'runs', entries: 1 })
  expect(failing).toHaveProperty('why', expect.stringContaining('no sum today'))
  const endless: Challenge<Answer> = {
    ...asked,
    budget: 500,
    scenario(answer, seed) {
      const { system, plan } = asked.scenario(answer, seed)
      const round: Program = (node) => ({ ...program(answer)(node), again: () => node.send(node.id, 'again', 0), start: () => node.send(node.id, 'again', 0) }) // prettier-ignore
      return { plan, system: answer === right ? system : { ...system, program: round } }
    },
  }
  expect(judge(endless, { ...right }, right)).toMatchObject({ result: 'broken', check: 'comes to rest' })
})

test('what breaks the reference as well is never handed back', () => {
  const late = checkOf('long enough', 'none', ({ plan, final }) => ({
    result: plan.until < 1500 || final.get('A')?.disk === 99 ? 'broken' : 'holds',
    why: `until ${plan.until}`,
    at: [],
  }))
  const judged = judge({ ...asked, checks: [late] }, { add: () => 99 }, right)
  expect(judged).toMatchObject({ result: 'broken', check: 'long enough' })
  // Shrinking would end the plan before 1,500 ms, where nobody's answer holds.
  if (judged.result === 'broken') expect(judged.found.plan.until).toBeGreaterThanOrEqual(1500)
})

test('an answer that costs too much is told so beside the reference, and one that tests nothing proves nothing', () => {
  let times = 0
  const dear: Challenge<Answer> = {
    ...asked,
    cost: {
      unit: 'marks',
      of: (run) => (run.marks.get('added') ?? 0) * (times++ % 2 === 0 ? 3 : 1),
      most: 2,
    },
  }
  expect(judge(dear, right, right)).toMatchObject({
    result: 'dear',
    cost: { yours: 360, reference: 120, most: 2 },
  })
  const idle: Challenge<Answer> = {
    ...asked,
    checks: [checkOf('idle', 'none', () => ({ result: 'vacuous', why: '', at: [] }))],
  }
  expect(judge(idle, right, right)).toMatchObject({ result: 'untested', tested: 0, plans: 20 })
})

test('what is missing, or is something else than was asked for, is said before anything runs', () => {
  expect(judge(asked, {} as Answer, right)).toEqual({
    result: 'unfit',
    why: expect.stringContaining('Export add'),
  })
  expect(judge(asked, { add: 3 } as unknown as Answer, right)).toMatchObject({
    result: 'unfit',
    why: 'add has to be a function; it is a number.',
  })
})
