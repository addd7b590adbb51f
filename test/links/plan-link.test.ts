import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plan, ring, run, type Plan } from '#engine'
import { linkLimits, planLink, readPlanLink } from '#links/plan-link.ts'

const rowThree = plan(ring({ hints: false }), { seed: 7 })
  .at(0)
  .cut('B', ['A', 'C'])
  .at(500)
  .write('table 3', 'no nuts — «¡sin nueces!»', { via: 'A', level: 'QUORUM' })
  .at(4000)
  .mend()

async function fragmentOf(value: Plan, at = 0, hash = '0123456789abcdef'): Promise<string> {
  const link = await planLink(value, at, hash)
  if (!link.ok) throw new Error(link.message)
  return link.fragment
}

function packed(text: string | Uint8Array, version = '1'): string {
  return `#plan=${version}.${deflateRawSync(text).toString('base64url')}`
}

test('a link reopens the plan at its event, and the run has the hash that the link tells', async () => {
  const hash = run(rowThree).hash()
  const fragment = await fragmentOf(rowThree.plan, 12, hash)
  expect(fragment).toMatch(
    /^#plan=2\.[0-9a-z]+\.[0-9a-z]{7}\.[A-Za-z0-9_-]+&sum=[0-9a-z]{7}&at=12&hash=[0-9a-f]{8}$/,
  )
  const link = await readPlanLink(fragment)
  expect(link).toEqual({ ok: true, plan: rowThree.plan, at: 12, hash: hash.slice(0, 8), title: '' })
  if (link.ok) expect(run({ system: rowThree.system, plan: link.plan }).hash()).toBe(hash)
})

test('whatever is written in a plan comes back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), fc.nat(), async (value, seed) => {
      const written = { ...rowThree.write('key', value).plan, seed }
      const link = await readPlanLink(await fragmentOf(written))
      // JSON alone turns half of a character pair into something else: that isn't the link's doing.
      expect(link.ok && link.plan).toEqual(JSON.parse(JSON.stringify(written)))
    }),
    { seed: 1, numRuns: 100 },
  )
})

test('any text after the hash is read without an exception, and says what is wrong', async () => {
  const whole = await fragmentOf(rowThree.plan)
  const cut = fc.nat(whole.length - 1).map((length) => whole.slice(0, length))
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string(),
        cut,
        fc.string().map((text) => `#plan=1.${text}`),
      ),
      async (text) => {
        const link = await readPlanLink(text)
        if (link.ok) expect(link.plan).toEqual(rowThree.plan)
        else expect([link.message.length > 10, link.fragment]).toEqual([true, text])
      },
    ),
    { seed: 2, numRuns: 300 },
  )
})

test('a link that would unpack to more than the limit is not unpacked', async () => {
  const bomb = packed(new Uint8Array(4 * 1024 * 1024))
  expect(bomb.length).toBeLessThan(linkLimits.characters)
  expect(await readPlanLink(bomb)).toMatchObject({ ok: false, trouble: 'too large' })
  const last = ' '.repeat(linkLimits.inflatedBytes - JSON.stringify(rowThree.plan).length - 20)
  const largest = await readPlanLink(packed(JSON.stringify(rowThree.plan) + last))
  expect(largest.ok).toBe(true)
})

test('a link that is too long is neither made nor read', async () => {
  let grown = rowThree
  for (let number = 0; number < 1500; number++) {
    grown = grown.at(5_000 + number * 7).write(`key ${(number * 7919) % 1000}`, `${number * 104729}`)
  }
  const link = await planLink(grown.plan, 0, run(grown).hash())
  expect(link).toMatchObject({ ok: false })
  const read = await readPlanLink(`#plan=2.${'A'.repeat(linkLimits.characters)}`)
  expect(read).toMatchObject({ ok: false, trouble: 'too large' })
})

test('a newer version, a plan that is none and a link without a plan are told apart', async () => {
  const newer = packed('{"v":2}', '3')
  expect(await readPlanLink(newer)).toMatchObject({ trouble: 'unknown version', fragment: newer })
  expect(await readPlanLink(packed('{"v":1}'))).toMatchObject({ trouble: 'no plan' })
  expect(await readPlanLink(packed('[1, 2'))).toMatchObject({ trouble: 'broken' })
  expect(await readPlanLink('#code=1.abc')).toMatchObject({ trouble: 'absent' })
  expect(await readPlanLink(packed(new Uint8Array([0xff, 0xfe])))).toMatchObject({ trouble: 'broken' })
})

test('a plan that no parser foresees is told to be none, and a name of the language is no name of ours', async () => {
  const read = (value: unknown) =>
    readPlanLink(packed(typeof value === 'string' ? value : JSON.stringify(value)))
  const { plan: whole } = rowThree
  for (const kind of ['toString', 'valueOf', 'hasOwnProperty', 'constructor', '__proto__']) {
    const link = await read({ ...whole, faults: [{ id: 'f', at: 1, do: kind }] })
    expect(link).toMatchObject({
      ok: false,
      trouble: 'no plan',
      message: expect.stringContaining('plan.faults[0].do'),
    })
  }
  expect(await read({ ...whole, faults: [{ do: 'constructor' }] })).toMatchObject({
    ok: false,
    trouble: 'no plan',
  })
  const deep = '{"options":'.repeat(20_000) + '1' + '}'.repeat(20_000)
  expect(await read(deep)).toMatchObject({ ok: false, message: expect.stringContaining('nested too deep') })
  for (const odd of ['null', '[]', '3', '"x"', '{"__proto__":{"v":1}}', '{"toString":1}'])
    expect(await read(odd)).toMatchObject({ ok: false, trouble: 'no plan' })
})

test('a title travels in the link, whatever is in it, and a long one is cut', async () => {
  for (const title of ['One clock is 5 s fast', 'a & b = c # d?', '日本語 «»', 'x'.repeat(200), '\ud800']) {
    const link = await planLink(rowThree.plan, 3, '0123456789abcdef', { title })
    const back = await readPlanLink(link.ok ? link.fragment : '')
    expect(back).toMatchObject({ ok: true, at: 3, title: title.slice(0, 80).replace(/\p{Cs}/gu, '\ufffd') })
  }
})
