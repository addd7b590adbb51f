import { expect, test } from 'vitest'
import { keptPlan } from '#build/plans.ts'
import { madeLink, readMadeLink, type MadeChallenge } from '#links/challenge-link.ts'
import { valueLink } from '#links/value-link.ts'

const made: MadeChallenge = {
  goal: 'Make sure that table 3 survives.',
  check: 'durable',
  says: 'holds',
  keeps: true,
  plan: keptPlan('lesson-3.party').plan,
}

test('a made challenge opens as it was made', async () => {
  const link = await madeLink(made)
  expect(link.ok && (await readMadeLink(link.fragment))).toEqual({ ok: true, made })
})

test('hints come with the link, without empty ones', async () => {
  const hinted = { ...made, hints: ['Which reads are asked?', 'Look at <b>B</b>.'] }
  const link = await madeLink({ ...hinted, hints: ['', ...hinted.hints, ' '] })
  expect(link.ok && (await readMadeLink(link.fragment))).toEqual({ ok: true, made: hinted })
})

test('a link that was cut, changed, or holds something else says so', async () => {
  const link = await madeLink(made)
  if (!link.ok) throw new Error(link.message)
  expect(await readMadeLink(link.fragment.slice(0, -10))).toMatchObject({
    ok: false,
    message: expect.stringContaining('cut'),
  })
  expect(await readMadeLink('#other=1')).toMatchObject({ ok: false, isAbsent: true })
  for (const wrong of [
    { ...made, goal: 'x'.repeat(500) },
    { ...made, check: 'constructor' },
    { ...made, says: 'maybe' },
    { ...made, plan: { v: 1 } },
    { ...made, hints: 'a text' },
    { ...made, hints: ['x'.repeat(300)] },
    { ...made, hints: [1] },
    { ...made, hints: ['a', 'b', 'c', 'd'] },
    [],
    null,
  ]) {
    const other = await valueLink('challenge', wrong)
    expect(other.ok && (await readMadeLink(other.fragment))).toMatchObject({ ok: false, isAbsent: false })
  }
})
