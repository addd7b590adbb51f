import type { Plan } from '#engine/core/types.ts'
import { differenceFrom } from './difference.ts'
import { checksum, cutWords, linkLimits, openUnder, seal, type SealTrouble } from './sealed.ts'
import { isSame, shorten } from './short-plan.ts'
import { titled, titleIn } from './link-title.ts'
import { planIn, type ReadOptions } from './plan-in-link.ts'

export { linkLimits } from './sealed.ts'

/** A link up to this many characters stands alone: it reopens its plan though the lessons' plans change. */
export const standsAlone = 600

/** A link's fragment, '#' included; or why this plan gets none, said to the reader. */
export type PlanLink =
  { readonly ok: true; readonly fragment: string } | { readonly ok: false; readonly message: string }

/** What can be wrong with a link. */
export type LinkTrouble = 'absent' | 'no plan' | SealTrouble

/** A kept plan that a plan was made from, by its name. */
export interface NamedPlan {
  readonly id: string
  readonly plan: Plan
}

/** What a link may carry beside its plan. */
interface LinkOptions {
  /** What the reader called the run. */
  readonly title?: string
  /** The kept plan that this one was made from: a link that would be long tells what differs from it. */
  readonly base?: NamedPlan | undefined
}

/** What a fragment holds. Whatever is wrong is a value with a sentence for the reader; `fragment` is kept as it came. */
type ReadLink =
  | {
      readonly ok: true
      readonly plan: Plan
      /** The event that the reader looks at; 0 where the link doesn't say. */
      readonly at: number
      /** The first 8 hex digits of the run's hash when the link was made; undefined where the link doesn't say. */
      readonly hash: string | undefined
      /** What the sender called the run; empty where the link doesn't say. */
      readonly title: string
      /** The name of the kept plan that the link's was made from. */
      readonly base?: string
      /** What the reader should know though the plan is whole. */
      readonly note?: string
    }
  | {
      readonly ok: false
      readonly trouble: LinkTrouble
      readonly message: string
      readonly fragment: string
    }

/**
 * The fragment that reopens a plan at an event: `#plan=2.LENGTH.CHECKSUM.PACKED&sum=CHECKSUM&t=TITLE&of=ID&at=N&hash=8hex`.
 * `hash` is the run's, of which 8 digits are kept; it stands last, so that a link whose end is missing is known by it. `sum`
 * is of all that follows it. The same in the browser and in Node.
 */
export async function planLink(
  plan: Plan,
  at: number,
  hash: string,
  { title = '', base }: LinkOptions = {},
): Promise<PlanLink> {
  const isKept = base !== undefined && isSame(base.plan, plan)
  const of = base === undefined || isKept ? '' : base.id
  const tail = `${titled(title)}${of === '' ? '' : `&of=${of}`}&at=${at}&hash=${hash.slice(0, 8)}`
  const rest = `&sum=${sumOfTail(new URLSearchParams(tail))}${tail}`
  const short = shorten(plan)
  let sealed = await seal(short ?? { plan })
  const isLong = sealed === undefined || sealed.length + rest.length > standsAlone - '#plan='.length
  const baseShort = base && shorten(base.plan)
  if (isLong && short !== undefined && base !== undefined && baseShort !== undefined) {
    const difference = differenceFrom({ id: base.id, short: baseShort }, short)
    const other = difference && (await seal(difference))
    if (other !== undefined && other.length < (sealed?.length ?? Infinity)) sealed = other
  }
  const fragment = `#plan=${sealed}${rest}`
  if (sealed !== undefined && fragment.length - 1 <= linkLimits.characters) return { ok: true, fragment }
  return {
    ok: false,
    message: `This plan is too long for a link, which holds at most ${linkLimits.characters} characters. Save it as a file instead.`,
  }
}

/** The checksum of what a link tells beside its plan. */
function sumOfTail(fields: URLSearchParams): string {
  return checksum(['t', 'of', 'at', 'hash'].map((name) => fields.get(name) ?? '').join('\n'))
}

/** Reads what {@link planLink} wrote, today or in version 1. Never throws, and never unpacks more than the limit. */
export async function readPlanLink(fragment: string, options: ReadOptions = {}): Promise<ReadLink> {
  const refuse = (trouble: LinkTrouble, message: string): ReadLink => ({
    ok: false,
    trouble,
    message,
    fragment,
  })
  const opened = await openUnder('plan', fragment)
  if (!opened.ok) return refuse(opened.trouble, opened.message)
  const found = await planIn(opened.value, opened.version, options)
  if ('message' in found) return refuse('no plan', found.message)
  const { note: tailNote, ...tail } = readTail(
    new URLSearchParams(fragment.replace(/^#/, '')),
    opened.version,
  )
  const base = found.base ?? tail.base
  const note = [found.note, tailNote].filter(Boolean).join(' ')
  return {
    ok: true,
    plan: found.plan,
    ...tail,
    ...(base !== undefined && { base }),
    ...(note !== '' && { note }),
  }
}

/** What a link tells beside its plan; nothing of it where it doesn't fit its own checksum. */
function readTail(
  fields: URLSearchParams,
  version: number,
): Omit<Extract<ReadLink, { ok: true }>, 'ok' | 'plan'> {
  const at = fields.get('at') ?? ''
  const hash = /^[0-9a-f]{8}/.exec(fields.get('hash') ?? '')?.[0]
  // The end of today's links is a whole hash.
  if (version > 1 && hash === undefined)
    return {
      ...tailOf(fields, at, hash),
      note: `${cutWords} The plan is whole, but the step may be another one.`,
    }
  const sum = fields.get('sum')
  // What a message put behind the link isn't the link's.
  if (hash !== undefined) fields.set('hash', hash)
  if (sum === null || sum === sumOfTail(fields)) return tailOf(fields, at, hash)
  return { at: 0, hash: undefined, title: '', note: tailChanged }
}

const tailChanged =
  'Something at the end of this link was changed on the way. The plan is whole, but its title and its step are lost.'

function tailOf(fields: URLSearchParams, at: string, hash: string | undefined) {
  const of = fields.get('of') ?? ''
  return {
    at: /^\d{1,9}$/.test(at) ? Number(at) : 0,
    hash,
    title: titleIn(fields.get('t')),
    ...(/^[a-z0-9-]{1,60}\.[a-z0-9-]{1,80}$/.test(of) && { base: of }),
  }
}

/** Whether what stands behind an address means to carry something, and isn't the name of a heading. */
export function isLink(fragment: string): boolean {
  return fragment.includes('=')
}

/** Said of a link that another page may read, or none. */
export const noLinkOfThisPage =
  'This address carries nothing that this page can open. Copy it again from where it was made.'
