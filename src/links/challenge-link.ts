import { parsePlan } from '#engine/core/plan/parse.ts'
import type { Plan } from '#engine/core/types.ts'
import { isDeep } from '#text/deep.ts'
import { href } from '#site/href.ts'
import type { PlanLink } from './plan-link.ts'
import { readValueLink, valueLink } from './value-link.ts'

/** A challenge that a reader made: a plan to begin with, and what its runs have to show. */
export interface MadeChallenge {
  /** What is asked, in the maker's words. */
  readonly goal: string
  /** The name of a check, and what it has to say of every run. */
  readonly check: string
  readonly says: 'holds' | 'broken'
  /** Whether the plan's own operations and faults have to stay in it. */
  readonly keeps: boolean
  readonly plan: Plan
  /** Help in the maker's words, the smallest first; none where it's left out. */
  readonly hints?: readonly string[]
}

/** The checks that a challenge may ask for: those of the playground. */
export const madeChecks = ['fresh reads', 'linearizable', 'monotonic reads', 'durable', 'converged'] as const
/** The longest goal. */
export const mostGoal = 400
/** How many hints there may be, and how long each. */
export const mostHints = 3

/** The longest hint, in characters. */
export const mostHint = 240

/** What a link to a made challenge holds; or what's wrong with it, said to the reader. */
type ReadMade =
  | { readonly ok: true; readonly made: MadeChallenge }
  | { readonly ok: false; readonly isAbsent: boolean; readonly message: string }

/** The fragment that opens a made challenge: `#challenge=2.LENGTH.CHECKSUM.PACKED`. */
export function madeLink({ goal, check, says, keeps, plan, hints = [] }: MadeChallenge): Promise<PlanLink> {
  const given = hints.map((hint) => hint.trim().slice(0, mostHint)).filter((hint) => hint !== '')
  return valueLink('challenge', {
    goal: goal.trim().slice(0, mostGoal),
    check,
    says,
    keeps,
    plan,
    ...(given.length > 0 && { hints: given.slice(0, mostHints) }),
  })
}

/** The address at which a made challenge opens. */
export function madePage(fragment: string): string {
  return href('/challenges/made/') + fragment
}

/** Reads what {@link madeLink} wrote, every field of it. Never throws: it comes from anybody. */
export async function readMadeLink(fragment: string): Promise<ReadMade> {
  const read = await readValueLink('challenge', fragment)
  if (!read.ok) return read
  const refuse = (message: string): ReadMade => ({ ok: false, isAbsent: false, message })
  if (typeof read.value !== 'object' || read.value === null || isDeep(read.value))
    return refuse('This link doesn’t hold a challenge. Ask the sender for a new one.')
  const { goal, check, says, keeps, plan, hints = [] } = read.value as { readonly [name: string]: unknown }
  if (typeof goal !== 'string' || goal.length > mostGoal)
    return refuse(
      `This link doesn’t hold a challenge: its goal isn’t a text of up to ${mostGoal} characters.`,
    )
  if (!isHints(hints))
    return refuse(
      `This link doesn’t hold a challenge: it has more than ${mostHints} hints, or one that isn’t a text of up to ${mostHint} characters.`,
    )
  if (!madeChecks.some((one) => one === check) || (says !== 'holds' && says !== 'broken'))
    return refuse('This link doesn’t hold a challenge: this page doesn’t know what its runs have to show.')
  try {
    return {
      ok: true,
      made: {
        goal,
        check: check as string,
        says,
        keeps: keeps === true,
        plan: parsePlan(plan),
        ...(hints.length > 0 && { hints }),
      },
    }
  } catch {
    return refuse('This link doesn’t hold a challenge: its plan can’t be read.')
  }
}

function isHints(value: unknown): value is readonly string[] {
  return (
    Array.isArray(value) &&
    value.length <= mostHints &&
    value.every((hint) => typeof hint === 'string' && hint.length <= mostHint)
  )
}
