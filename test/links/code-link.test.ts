import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keptPlans } from '#build/plans.ts'
import { codeLink, readCode, readCodeLink, toJson, type SharedCode } from '#links/code-link.ts'
import { codeFile, mostFileBytes, planFile, readFile } from '#links/file.ts'
import { linkLimits, planLink, readPlanLink } from '#links/plan-link.ts'
import { titleIn } from '#links/link-title.ts'
import { seal } from '#links/sealed.ts'

const cells = [
  { name: 'main', text: "import { merge } from './merge'\nconsole.log(merge(1, 2))\n" },
  { name: 'merge', text: 'export const merge = Math.max\n', from: 'merkle-trees/first-run' },
]
const code: SharedCode = { cells, first: 'main', title: 'Two cells' }

async function fragmentOf(shared: SharedCode): Promise<string> {
  const link = await codeLink(shared)
  if (!link.ok) throw new Error(link.message)
  return link.fragment
}

/** A link that holds this, whole and with a right checksum: what an attacker would make. */
async function forged(value: unknown): Promise<string> {
  return `#code=${await seal(value)}`
}

test('cells, their names, what they were made from and the plans that were made of their runs come back', async () => {
  expect(await readCodeLink(await fragmentOf(code))).toEqual({ ok: true, code })
  const { plan } = keptPlans().get('cassandra-repair.row-3')!
  const withPlan = { ...code, first: 'merge', plans: { 0: plan } }
  expect(await readCodeLink(await fragmentOf(withPlan))).toEqual({ ok: true, code: withPlan })
})

test('any text of a cell comes back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 300 }), async (text) => {
      const shared = { cells: [{ name: 'cell', text }], first: 'cell', title: '' }
      expect(await readCodeLink(await fragmentOf(shared))).toEqual({ ok: true, code: shared })
    }),
    { seed: 3, numRuns: 60 },
  )
})

test('a link to code says that it was cut, at whatever sign, and that it was changed', async () => {
  const whole = await fragmentOf(code)
  for (let length = '#code='.length; length < whole.length; length++)
    expect([length, await readCodeLink(whole.slice(0, length))]).toMatchObject([
      length,
      { ok: false, trouble: 'cut' },
    ])
  const at = whole.length - 9
  const other = whole[at] === 'x' ? 'y' : 'x'
  const changed = whole.slice(0, at) + other + whole.slice(at + 1)
  expect(await readCodeLink(changed)).toMatchObject({ ok: false, trouble: 'broken' })
})

test('what is too long for a link goes into a file and comes back from it, and plans do too', async () => {
  let state = 1
  const draw = () => (state = (state * 48_271) % 2_147_483_647).toString(36)
  const text = Array.from({ length: 3_000 }, draw).join('\n')
  const long = { ...code, cells: [{ name: 'main', text }] }
  expect(await codeLink(long)).toMatchObject({ ok: false, message: expect.stringContaining('file') })
  expect(readFile(codeFile(long))).toEqual({ ok: true, kind: 'code', code: long })
  const { plan } = keptPlans().get('ring.flush')!
  const shared = { plan, at: 12, hash: '01234567', title: 'a flush' }
  expect(readFile(planFile(shared))).toEqual({ ok: true, kind: 'plan', shared })
})

test('no link or file to code does more than to say what is wrong with it', async () => {
  const name = 'x'
  const odd: readonly unknown[] = [
    null,
    3,
    'x',
    [],
    {},
    { cells: [] },
    { cells: 'main' },
    { cells: [null] },
    { cells: [['main']] },
    { cells: [[name, 3]] },
    { cells: [[3, '']] },
    { cells: [{ name, text: '' }] },
    { cells: [['', '']] },
    { cells: [['../../etc/passwd', '']] },
    { cells: [['a/b', '']] },
    { cells: [['.', '']] },
    { cells: [['a\u202eb', '']] },
    { cells: [['<script>', '']] },
    { cells: [['con\u0000', '']] },
    { cells: [[name.repeat(61), '']] },
    {
      cells: [
        [name, ''],
        [name, ''],
      ],
    },
    { cells: Array.from({ length: 21 }, (_, index) => [`c${index}`, '']) },
    { cells: [[name, 'x'.repeat(100_001)]] },
    { cells: [[name, '']], plans: 3 },
    { cells: [[name, '']], plans: [[0, null]] },
    { cells: [[name, '']], plans: [[0, { plan: { v: 1 } }]] },
    { cells: [[name, '']], plans: [['__proto__', {}]] },
    { cells: [[name, '']], plans: [[-1, { s: 'ring', n: ['A'] }]] },
    JSON.parse('{"__proto__":{"cells":[["a","b"]]}}'),
  ]
  for (const value of odd) {
    const read = await readCodeLink(await forged(value))
    expect([JSON.stringify(value)?.slice(0, 60), read]).toMatchObject(
      [{}, { ok: false, trouble: 'no code' }].map((one, at) =>
        at === 0 ? JSON.stringify(value)?.slice(0, 60) : one,
      ),
    )
    expect(readFile(JSON.stringify({ format: 'anti-entropy shared', version: 1, code: value })).ok).toBe(
      false,
    )
  }
  const deep = JSON.parse('{"cells":'.repeat(5_000) + '1' + '}'.repeat(5_000)) as unknown
  expect(await readCodeLink(await forged(deep))).toMatchObject({
    message: expect.stringContaining('nested too deep'),
  })
  // Names of the language are names like any other: a cell called so is found by none of its inherited ones.
  for (const proto of ['constructor', 'toString', 'hasOwnProperty', '__proto__'])
    expect(typeof readCode({ cells: [[proto, 'text']] })).toBe(proto === '__proto__' ? 'string' : 'object')
  const bomb = `#code=1.${deflateRawSync(new Uint8Array(4 * 1024 * 1024)).toString('base64url')}`
  expect(bomb.length).toBeLessThan(linkLimits.characters)
  expect(await readCodeLink(bomb)).toMatchObject({ ok: false, trouble: 'too large' })
  expect(await readCodeLink(`#code=2.${'A'.repeat(linkLimits.characters)}`)).toMatchObject({
    trouble: 'too large',
  })
  expect(await readCodeLink('#code=9.AAAA')).toMatchObject({ trouble: 'unknown version' })
  for (const text of ['', '{', '[]', '3', 'null', '{"format":"other"}', `"${'x'.repeat(mostFileBytes)}"`])
    expect(readFile(text).ok).toBe(false)
  expect(readFile('{"format":"anti-entropy shared","version":2}')).toMatchObject({
    message: expect.stringContaining('newer'),
  })
})

test('a difference that goes back and forth, or is of another shape, is no plan and takes no time', async () => {
  const { id, plan } = keptPlans().get('duel.cable-quorum-ring')!
  const keptPlan = () => Promise.resolve(plan)
  const back = Array.from({ length: 5_000 }, () => [1e9, -1e9])
  for (const more of [
    { p: back },
    { p: 3 },
    { f: [null] },
    { set: 'x' },
    { set: { n: 3 } },
    { set: { __proto__: 1, p: 'x' } },
    { p: [[0.5, 1]] },
  ]) {
    const read = await readPlanLink(`#plan=${await seal({ of: id, sum: 'x', ...more })}&at=0&hash=01234567`, {
      keptPlan,
    })
    if (read.ok) expect(JSON.stringify(more)).toBe('{"set":"x"}')
    else expect(read.trouble).toBe('no plan')
  }
  for (const of of ['__proto__', 'constructor', '', 'x'.repeat(9_999), null, 3, {}])
    expect(
      (
        await readPlanLink(`#plan=${await seal({ of })}&at=0&hash=01234567`, {
          keptPlan: (named) => Promise.resolve(keptPlans().get(named)?.plan),
        })
      ).ok,
    ).toBe(false)
})

test('a title from outside is one line, cut, and turns no text around', async () => {
  expect(titleIn('a\u202eb\u2066c\nd\u0000e\u2028f\u200fg')).toBe('abcdefg')
  expect(titleIn('<img src=x onerror=alert(1)>')).toBe('<img src=x onerror=alert(1)>')
  const { plan } = keptPlans().get('ring.flush')!
  const link = await planLink(plan, 0, '01234567', { title: '\u202egnirts' })
  expect(await readPlanLink(link.ok ? link.fragment : '')).toMatchObject({ title: 'gnirts' })
  expect(toJson({ ...code, title: 'x'.repeat(200) })).toMatchObject({ t: 'x'.repeat(80) })
})
