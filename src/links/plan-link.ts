import { parsePlan } from '#engine/core/plan/parse.ts'
import type { Plan } from '#engine/core/types.ts'
import { PlanError } from '#engine/core/plan/shape.ts'
import { deflate, fromBase64url, inflate, toBase64url } from './packing.ts'

/** What a link may weigh: characters after the '#', and bytes of the plan as JSON. */
export const linkLimits = { characters: 8_192, inflatedBytes: 256 * 1024 } as const

/** The version of the packing: what stands before the first dot. */
const version = '1'

/** A link's fragment, '#' included; or why this plan gets none, said to the reader. */
export type PlanLink =
  { readonly ok: true; readonly fragment: string } | { readonly ok: false; readonly say: string }

export type LinkTrouble = 'absent' | 'too large' | 'unknown version' | 'broken' | 'no plan'

/** What a fragment holds. Whatever is wrong is a value with a sentence for the reader; `fragment` is kept as it came. */
export type ReadLink =
  | {
      readonly ok: true
      readonly plan: Plan
      /** The event that the reader looks at; 0 where the link does not say. */
      readonly at: number
      /** The first 8 hex digits of the run's hash when the link was made; undefined where the link does not say. */
      readonly hash: string | undefined
      /** What the sender called the run; empty where the link does not say. */
      readonly title: string
    }
  | {
      readonly ok: false
      readonly trouble: LinkTrouble
      readonly say: string
      readonly fragment: string
    }

/**
 * The fragment that reopens a plan at an event: `#plan=1.<base64url(deflate-raw(JSON))>&at=N&hash=8hex`, and `&t=TITLE`
 * where it has one. `hash` is the run's, of which 8 digits are kept. The same in the browser and in Node.
 */
export async function planLink(plan: Plan, at: number, hash: string, title = ''): Promise<PlanLink> {
  const json = new TextEncoder().encode(JSON.stringify(plan))
  const fragment = `#plan=${version}.${toBase64url(await deflate(json))}&at=${at}&hash=${hash.slice(0, 8)}${titled(title)}`
  if (json.length <= linkLimits.inflatedBytes && fragment.length - 1 <= linkLimits.characters)
    return { ok: true, fragment }
  return {
    ok: false,
    say: `This plan is too long for a link, which holds at most ${linkLimits.characters} characters. Copy it as code instead.`,
  }
}

/** The longest title that a link carries. */
export const mostTitle = 80

function titled(title: string): string {
  const kept = title.trim().slice(0, mostTitle)
  return kept === '' ? '' : `&t=${encodeURIComponent(kept.replace(/\p{Cs}/gu, '\ufffd'))}`
}

/** Reads what {@link planLink} wrote. Never throws, and never unpacks more than the limit. */
export async function readPlanLink(fragment: string): Promise<ReadLink> {
  const refuse = (trouble: LinkTrouble, say: string): ReadLink => ({ ok: false, trouble, say, fragment })
  const said = fragment.replace(/^#/, '')
  const fields = new URLSearchParams(said)
  const packed = fields.get('plan')
  if (packed === null) return refuse('absent', 'This link carries no plan.')
  if (said.length > linkLimits.characters)
    return refuse(
      'too large',
      `This link is longer than the ${linkLimits.characters} characters that are read.`,
    )
  const dot = packed.indexOf('.')
  const named = dot < 0 ? '' : packed.slice(0, dot)
  if (/^\d{1,6}$/.test(named) && named !== version)
    return refuse(
      'unknown version',
      `This link is of version ${named}, and this page reads version ${version}. It is kept in the address bar as it came: reload the page to get its newest version.`,
    )
  if (named !== version) return refuse('broken', brokenLink)
  const bytes = fromBase64url(packed.slice(dot + 1))
  const unpacked = bytes === undefined ? 'broken' : await inflate(bytes, linkLimits.inflatedBytes)
  if (unpacked === 'broken') return refuse('broken', brokenLink)
  if (unpacked === 'too large')
    return refuse(
      'too large',
      `The plan in this link is larger than ${linkLimits.inflatedBytes / 1024} KB and was not unpacked.`,
    )
  const plan = planIn(unpacked)
  if ('say' in plan) return refuse(plan.trouble, plan.say)
  const at = fields.get('at') ?? ''
  const hash = fields.get('hash') ?? ''
  return {
    ok: true,
    plan,
    at: /^\d{1,9}$/.test(at) ? Number(at) : 0,
    hash: /^[0-9a-f]{8}$/.test(hash) ? hash : undefined,
    title: (fields.get('t') ?? '').trim().slice(0, mostTitle),
  }
}

const brokenLink = 'This link is broken: its end may be missing. Copy the whole link and open it again.'

/** The plan in the unpacked text, or what is wrong with it. */
function planIn(text: string): Plan | { readonly trouble: LinkTrouble; readonly say: string } {
  try {
    const value: unknown = JSON.parse(text)
    if (isDeep(value))
      return { trouble: 'no plan', say: 'What this link holds is no plan: it’s nested too deep.' }
    return parsePlan(value)
  } catch (error) {
    if (error instanceof SyntaxError) return { trouble: 'broken', say: brokenLink }
    const [first, ...more] = error instanceof PlanError ? error.problems : []
    // Whatever else a value from outside can do to the parser: the reader hears that it is no plan, and goes on.
    if (first === undefined) return { trouble: 'no plan', say: 'What this link holds is no plan.' }
    const others = more.length === 0 ? '' : ` ${more.length} more of its entries do not fit.`
    return {
      trouble: 'no plan',
      say: `What this link holds is no plan. ${first.where}: expected ${first.expected}; received ${first.received}.${others}`,
    }
  }
}

/** Deeper than any plan is; so deep that a message to a worker could not carry it. Looks level by level, so that no depth overflows. */
function isDeep(value: unknown): boolean {
  let level: readonly unknown[] = [value]
  for (let depth = 0; depth < 40; depth++) {
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []))
    if (level.length === 0) return false
  }
  return true
}
