import { parsePlan } from '#engine/core/plan/parse.ts'
import { PlanError } from '#engine/core/plan/shape.ts'
import type { Plan } from '#engine/core/types.ts'
import { isDeep } from '#text/deep.ts'
import { applied, sumOf, type Difference } from './difference.ts'
import { lengthen, shorten, type ShortPlan } from './short-plan.ts'
import { mostTitle } from './link-title.ts'

type Found =
  | { readonly plan: Plan; readonly base?: string; readonly note?: string | undefined }
  | { readonly message: string }

/** The plan in what was unpacked, or what is wrong with it. */
export async function planIn(value: unknown, version: number, { keptPlan }: ReadOptions): Promise<Found> {
  if (isDeep(value))
    return { message: 'This link doesn’t hold a plan: it’s nested too deep. Ask the sender for a new one.' }
  if (version === 1) return parsed(() => value)
  const held = (typeof value === 'object' ? value : null) as
    (Partial<Difference> & { readonly plan?: unknown }) | null
  if (held !== null && Object.hasOwn(held, 'plan')) return parsed(() => held.plan)
  if (held === null || !Object.hasOwn(held, 'of')) return parsed(() => lengthen(value as ShortPlan))
  const { of: id, sum } = held
  const kept = typeof id === 'string' ? await keptPlan?.(id).catch(() => 'unreachable' as const) : undefined
  if (kept === 'unreachable')
    return {
      message:
        'This link tells what differs from a plan of a lesson, and the lessons’ plans couldn’t be loaded. Are you offline? Open it again.',
    }
  const base = kept && shorten(kept)
  if (base === undefined)
    return {
      message: `This link tells what differs from the plan “${String(id).slice(0, mostTitle)}”, which this version of the course doesn’t have.`,
    }
  const note =
    sumOf(base) === sum
      ? undefined
      : 'The lesson’s plan that this link builds on has changed since it was made, so you may not see what the sender saw.'
  const found = parsed(() => lengthen(applied(base, held as Difference)))
  return 'message' in found ? found : { ...found, base: id as string, note }
}

function parsed(make: () => unknown): Found {
  try {
    return { plan: parsePlan(make()) }
  } catch (error) {
    const [first, ...more] = error instanceof PlanError ? error.problems : []
    // Whatever else a value from outside can do to the parser: the reader hears that it is no plan, and goes on.
    if (first === undefined)
      return { message: 'This link doesn’t hold a plan. Ask the sender for a new one.' }
    const others = more.length === 0 ? '' : ` ${more.length} more of its entries don’t fit.`
    return {
      message: `This link doesn’t hold a plan. ${first.where}: expected ${first.expected}; received ${first.received}.${others}`,
    }
  }
}

/** What reading a link may ask for. */
export interface ReadOptions {
  /** The kept plan of this name, for a link that tells what differs from it; undefined where there is none. */
  keptPlan?(id: string): Promise<Plan | undefined>
}
