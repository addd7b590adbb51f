import { expect, test } from 'vitest'
import { keptPlans } from '#build/plans.ts'
import { madeLink, readMadeLink } from '#links/challenge-link.ts'
import { codeLink, readCodeLink } from '#links/code-link.ts'
import { planLink, readPlanLink } from '#links/plan-link.ts'
import { readSheetLink, sheetLink } from '#links/sheet-link.ts'
import { readValueLink, valueLink } from '#links/value-link.ts'

/** What a reading came to: what the link carries, or the sentence that refuses it. */
interface Reading {
  readonly carried?: unknown
  readonly says?: string | undefined
}

/** A link of one kind, and how its page reads it. `says` beside what's carried is a note that stands above it. */
interface Kind {
  readonly name: string
  readonly whole: string
  read(fragment: string): Promise<Reading>
}

const plans = keptPlans()
const keptPlan = (id: string) => Promise.resolve(plans.get(id)?.plan)
const { plan } = plans.get('cassandra-repair.row-3')!
const [longest] = [...plans.values()].sort((one, other) => other.plan.ops.length - one.plan.ops.length)

async function readPlan(fragment: string): Promise<Reading> {
  const read = await readPlanLink(fragment, { keptPlan })
  if (!read.ok) return { says: read.message }
  const { note, plan: carried, at, hash, title, base } = read
  return { carried: { plan: carried, ...(note === undefined && { at, hash, title, base }) }, says: note }
}

async function fragmentOf(link: ReturnType<typeof planLink>): Promise<string> {
  const made = await link
  if (!made.ok) throw new Error(made.message)
  return made.fragment
}

async function kinds(): Promise<readonly Kind[]> {
  const code = { cells: [{ name: 'main', text: 'console.log(1)\n' }], first: 'main', title: 'One' }
  const made = { goal: 'Lose it.', check: 'durable', says: 'broken', keeps: true, plan } as const
  const { id, plan: base } = longest!
  return [
    {
      name: 'a plan',
      whole: await fragmentOf(planLink(plan, 12, '0123456789abcdef', { title: 'row three, é' })),
      read: readPlan,
    },
    {
      name: 'a difference',
      whole: await fragmentOf(
        planLink({ ...base, seed: 99 }, 7, '89abcdef01234567', { base: { id, plan: base } }),
      ),
      read: readPlan,
    },
    {
      name: 'code',
      whole: await fragmentOf(codeLink(code)),
      async read(fragment) {
        const read = await readCodeLink(fragment)
        return read.ok ? { carried: read.code } : { says: read.message }
      },
    },
    {
      name: 'a made challenge',
      whole: await fragmentOf(madeLink(made)),
      async read(fragment) {
        const read = await readMadeLink(fragment)
        return read.ok ? { carried: read.made } : { says: read.message }
      },
    },
    {
      name: 'an answer',
      whole: await fragmentOf(valueLink('answer', { code: 'export const levels = {}' })),
      async read(fragment) {
        const read = await readValueLink('answer', fragment)
        return read.ok ? { carried: read.value } : { says: read.message }
      },
    },
    {
      name: 'a sheet',
      whole: (await sheetLink('{"format":"anti-entropy exam","items":[1,2,3]}'))!,
      async read(fragment) {
        const read = await readSheetLink(fragment)
        if (read === undefined) return { says: 'Nothing was opened, because there is no sheet.' }
        return read.ok ? { carried: JSON.parse(read.text) as unknown } : { says: read.message }
      },
    },
  ]
}

const others = ['x', '7', '.', '&', '=', '%']

/** Every text that is one slip away: a sign changed, left out, doubled, or swapped with the next. */
function* slips(whole: string): Generator<string> {
  for (let at = 1; at < whole.length; at++) {
    const before = whole.slice(0, at)
    const after = whole.slice(at + 1)
    const sign = whole[at]!
    for (const other of others) if (other !== sign) yield before + other + after
    yield before + String.fromCharCode(sign.charCodeAt(0) ^ 1) + after
    yield before + after
    yield before + sign + sign + after
    yield before + (after[0] ?? '') + sign + after.slice(1)
  }
}

test('a link that was cut anywhere, or in which one sign was changed, opens as it was or says why not', async () => {
  const opened = new Map<string, number>()
  for (const { name, whole, read } of await kinds()) {
    const { carried: wanted, says } = await read(whole)
    expect([name, wanted !== undefined, says]).toEqual([name, true, undefined])
    const isKind = async (fragment: string) => {
      const { carried, says: words } = await read(fragment)
      if (carried === undefined) return /^[A-Z].{20,}\.$/s.test(words ?? '')
      opened.set(name, (opened.get(name) ?? 0) + 1)
      // Where the plan alone is whole, a note says what else was lost.
      expect(words === undefined ? carried : { ...(wanted as object), ...(carried as object) }).toEqual(
        wanted,
      )
      return words === undefined || words.length > 20
    }
    for (let length = 1; length < whole.length; length++)
      expect([name, length, await isKind(whole.slice(0, length))]).toEqual([name, length, true])
    for (const slip of slips(whole)) expect([slip, await isKind(slip)]).toEqual([slip, true])
  }
  // What is put behind a link isn't the link's: so some of them opened, and were compared.
  expect(opened.get('a plan')).toBeGreaterThan(100)
  expect(opened.size).toBe(6)
})

test('a link says that it was cut, whatever it carries, and one whose name was changed that it was changed', async () => {
  for (const { name, whole, read } of await kinds()) {
    const end = whole.includes('&') ? whole.indexOf('&') : whole.length
    for (const length of [end - 1, end - 20, whole.indexOf('=') + 3])
      expect([name, length, (await read(whole.slice(0, length))).says]).toEqual([
        name,
        length,
        expect.stringContaining('was cut'),
      ])
    const renamed = whole.replace(/^#\w/, '#z')
    expect([name, (await read(renamed)).says]).toEqual([name, expect.stringContaining('was changed')])
  }
})
