import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keptPlans } from '#build/plans.ts'
import { scenarioOf, type Fault, type Op, type Plan } from '#engine'
import { dictionary } from '#links/dictionary.ts'
import { applied, differenceFrom } from '#links/difference.ts'
import { planLink, readPlanLink, standsAlone } from '#links/plan-link.ts'
import { checksum } from '#links/sealed.ts'
import { isSame, lengthen, shorten } from '#links/short-plan.ts'

const kept = [...keptPlans().values()]
const hash = '0123456789abcdef'
const keptPlan = (id: string) => Promise.resolve(keptPlans().get(id)?.plan)

async function fragmentOf(plan: Plan, base?: { id: string; plan: Plan }): Promise<string> {
  const link = await planLink(plan, 120, hash, { base })
  if (!link.ok) throw new Error(link.message)
  return link.fragment
}

test('every saved plan comes back from a link of at most 600 characters', async () => {
  expect(kept.length).toBeGreaterThan(200)
  let alone = 0
  for (const { id, plan } of kept) {
    const fragment = await fragmentOf(plan, { id, plan })
    expect([id, fragment.length <= standsAlone]).toEqual([id, true])
    expect(await readPlanLink(fragment, { keptPlan })).toMatchObject({
      ok: true,
      plan,
      at: 120,
      hash: '01234567',
    })
    if ((await readPlanLink(fragment)).ok) alone++
  }
  // Nearly all of them without the plan that they're named by: those still open when the lessons have changed.
  expect(alone).toBeGreaterThan(kept.length * 0.95)
})

/** What a reader may have done to a lesson's plan in a long while: forty more entries, another seed, some taken out. */
function playedWith(plan: Plan, seed: number): Plan {
  let state = seed
  const draw = (below: number) => (state = (state * 48_271) % 2_147_483_647) % below
  const pick = <T>(from: readonly T[]): T => from[draw(from.length)]!
  const until = Math.max(plan.until, 30_000)
  const node = () => pick(plan.nodes).id
  const added = Array.from({ length: 40 }, (_, index) => ({
    id: `edit-${index + 1}`,
    at: draw(until - 1_000),
  }))
  const ops = plan.clients.length === 0 ? [] : added.slice(0, 20)
  const newOps = ops.map(({ id, at }): Op => ({
    id,
    at,
    client: pick(plan.clients).id,
    coordinator: node(),
    do: pick(['write', 'read']),
    args: { key: `table ${draw(9)}`, value: `${draw(1_000_000)}`, level: pick(['ONE', 'QUORUM', 'ALL']) },
  }))
  const newFaults = added.slice(20).map(({ id, at }): Fault => {
    const other = node()
    switch (draw(4)) {
      case 0:
        return { id, at, do: 'crash', node: other, disk: pick(['keep', 'wipe', 'lose-unsynced']) }
      case 1:
        return { id, at, do: 'restart', node: other }
      case 2:
        return {
          id,
          at,
          do: 'cut',
          from: [other],
          to: plan.nodes.map((one) => one.id).filter((one) => one !== other),
        }
      default:
        return { id, at, do: 'hold', message: `${node()}>${other} write#${draw(20)}`, byMs: draw(5_000) }
    }
  })
  return {
    ...plan,
    seed: draw(2 ** 31),
    until,
    ops: [...plan.ops.filter((_, index) => index % 7 !== 3), ...newOps].sort((one, two) => one.at - two.at),
    faults: [...plan.faults, ...newFaults].sort((one, two) => one.at - two.at),
  }
}

test('any state that a reader makes of a saved plan comes back from a link of at most 2,000 characters', async () => {
  let longest = 0
  for (const [index, { id, plan }] of kept.entries()) {
    const changed = playedWith(plan, index + 1)
    const fragment = await fragmentOf(changed, { id, plan })
    longest = Math.max(longest, fragment.length)
    expect([id, fragment.length <= 2_000]).toEqual([id, true])
    if (index % 8 === 0)
      expect(await readPlanLink(fragment, { keptPlan })).toMatchObject({ ok: true, plan: changed })
  }
  // Such states are long: else this test has met none.
  expect(longest).toBeGreaterThan(standsAlone)
})

test('the short form gives exactly the plan again, and a difference exactly the other plan', () => {
  const short = kept.map(({ id, plan }) => ({ id, plan, short: shorten(plan) }))
  for (const one of short) expect(one.short && isSame(lengthen(one.short), one.plan)).toBe(true)
  fc.assert(
    fc.property(fc.nat(kept.length - 1), fc.nat(kept.length - 1), fc.nat(1_000), (one, other, seed) => {
      const base = { id: 'base', short: short[one]!.short! }
      const wanted = shorten(playedWith(short[other]!.plan, seed + 1))!
      const difference = differenceFrom(base, wanted)
      expect(difference && isSame(applied(base.short, JSON.parse(JSON.stringify(difference))), wanted)).toBe(
        true,
      )
    }),
    { seed: 17, numRuns: 40 },
  )
})

test('a link that was cut says so at whatever sign it was cut, and one that was changed says that', async () => {
  const { plan } = keptPlans().get('cassandra-repair.row-3')!
  const link = await planLink(plan, 12, hash, { title: 'row three' })
  const whole = link.ok ? link.fragment : ''
  const packedEnd = whole.indexOf('&')
  for (let length = '#plan='.length; length < packedEnd; length++) {
    const read = await readPlanLink(whole.slice(0, length))
    expect([length, read]).toMatchObject([
      length,
      { ok: false, trouble: 'cut', message: expect.stringContaining('was cut') },
    ])
  }
  for (let length = packedEnd; length < whole.length; length++) {
    // The plan is whole, and checked: it opens, and says that the rest is missing.
    const read = await readPlanLink(whole.slice(0, length))
    expect([length, read]).toMatchObject([
      length,
      { ok: true, plan, note: expect.stringContaining('was cut') },
    ])
  }
  const head = /^#plan=2\.\w+\.\w+\./.exec(whole)![0].length
  for (let at = '#plan='.length; at < packedEnd; at++) {
    if (whole[at] === '.') continue
    const other = whole[at] === 'x' ? 'y' : 'x'
    const read = await readPlanLink(whole.slice(0, at) + other + whole.slice(at + 1))
    expect([at, read.ok]).toEqual([at, false])
    if (!read.ok && at >= head) expect(read.message).toMatch(/is broken: something in it was changed/)
  }
  for (const junk of ['.', ')', '*', ' and so on'])
    expect(await readPlanLink(`${whole.slice(0, packedEnd)}${junk}`)).toMatchObject({ ok: true, plan })
})

test('a link that differs from a plan of a lesson says what is missing, or that the plan has changed since', async () => {
  const { id, plan } = [...kept].sort((one, other) => other.plan.ops.length - one.plan.ops.length)[0]!
  const fragment = await fragmentOf({ ...plan, seed: 9 }, { id, plan })
  expect(await readPlanLink(fragment, { keptPlan })).toMatchObject({
    ok: true,
    base: id,
    plan: { ...plan, seed: 9 },
  })
  expect(await readPlanLink(fragment)).toMatchObject({ ok: false, message: expect.stringContaining(id) })
  const offline = await readPlanLink(fragment, { keptPlan: () => Promise.reject(new Error('offline')) })
  expect(offline).toMatchObject({ ok: false, message: expect.stringContaining('offline') })
  const changed = { ...plan, until: plan.until + 1 }
  expect(await readPlanLink(fragment, { keptPlan: () => Promise.resolve(changed) })).toMatchObject({
    ok: true,
    note: expect.stringContaining('has changed since'),
  })
})

test('links of version 1 still open: these were made before there was another', async () => {
  const old =
    '#plan=1.VVFBbsIwEPwKmrMPJlIvvjWox4KKxAnl4MYbarF4I9uhQih_r2wqEW7jnZ3dmfUdV5i1QrqlTBcYRB9OUEhErhJTyJ5hGq21VgjiKMEc7_AOBu-Y1T9sn3CDuVPo2VPIi-Zf6zNFKASy8VXci5yfRFv1gTLMHRIdlSL7UFpYUoLRCm4a2fc2U32xzRT6G8yx0arR3awgY_YSUpnx46uRwXIihUjW7Wm0vozd7rYfqN0Lp9l-M63WULAZ5q0Ef6RZpuhFovPBZnmEUXBS-OgzFWU81d1nur1MvFqeCAZJprHkoSsxDL4Ou_3hE3NJPtiJl4drV4NlTqvkuXh4uGrqf9SV_VSKQ5QLzBEtOoUsBRZTG3RzN_8B&at=3&hash=01234567&t=B%20is%20cut'
  const read = await readPlanLink(old)
  expect(read).toMatchObject({ ok: true, at: 3, hash: '01234567', title: 'B is cut' })
  if (read.ok) expect(scenarioOf(read.plan).plan.faults[0]).toMatchObject({ id: 'B falls silent', do: 'cut' })
})

test('the words that links refer to are those of version 2 to the letter', () => {
  expect([dictionary.length, checksum(dictionary)]).toEqual([2854, '10gga5g'])
})
