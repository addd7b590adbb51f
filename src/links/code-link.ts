import { parsePlan } from '#engine/core/plan/parse.ts'
import type { Plan } from '#engine/core/types.ts'
import type { LinkTrouble, PlanLink } from './plan-link.ts'
import { mostTitle, titleIn } from './link-title.ts'
import { isDeep } from '#text/deep.ts'
import { isCellName } from '#text/cell-name.ts'
import { linkLimits, openUnder, seal } from './sealed.ts'
import { lengthen, shorten, type ShortPlan } from './short-plan.ts'

/** Code as it's shared: some cells that know each other by name, the one to run, and what it was made from. */
export interface SharedCode {
  /** The cells in their order. One of them at least, their names all different. */
  readonly cells: readonly SharedCell[]
  /** The name of the cell to look at first. */
  readonly first: string
  readonly title: string
  /** Plans that the reader made of the runs that the first cell shows, by the run's place: they're run in their stead. */
  readonly plans?: { readonly [place: number]: Plan } | undefined
}

/** A cell in a link. */
export interface SharedCell {
  readonly name: string
  readonly text: string
  /** The lesson's cell that it was made from: "merkle-trees/first-run". */
  readonly from?: string | undefined
}

/** What a link to code holds; or what's wrong with it, said to the reader. `fragment` is kept as it came. */
type ReadCode =
  | { readonly ok: true; readonly code: SharedCode }
  | {
      readonly ok: false
      readonly trouble: Exclude<LinkTrouble, 'no plan'> | 'no code'
      readonly message: string
      readonly fragment: string
    }

/** How much code one sharing may carry. */
export const codeLimits = { cells: 20, characters: 100_000, plans: 20 } as const

/** The fragment that reopens code: `#code=2.LENGTH.CHECKSUM.PACKED`. */
export async function codeLink(code: SharedCode): Promise<PlanLink> {
  const sealed = await seal(toJson(code))
  const fragment = `#code=${sealed}`
  if (sealed !== undefined && fragment.length - 1 <= linkLimits.characters) return { ok: true, fragment }
  return {
    ok: false,
    message: `This code is too long for a link, which holds at most ${linkLimits.characters} characters. Save it as a file instead.`,
  }
}

/** Reads what {@link codeLink} wrote. Never throws, and never unpacks more than the limit. */
export async function readCodeLink(fragment: string): Promise<ReadCode> {
  const refuse = (trouble: Extract<ReadCode, { ok: false }>['trouble'], message: string): ReadCode => ({
    ok: false,
    trouble,
    message,
    fragment,
  })
  const opened = await openUnder('code', fragment)
  if (!opened.ok) return refuse(opened.trouble, opened.message)
  const code = readCode(opened.value)
  return typeof code === 'string'
    ? refuse('no code', `This link doesn’t hold code that can be opened: ${code}.`)
    : { ok: true, code }
}

/** The JSON of shared code: what links and files hold. */
export function toJson({ cells, first, title, plans = {} }: SharedCode): unknown {
  return {
    cells: cells.map(({ name, text, from }) => (from === undefined ? [name, text] : [name, text, from])),
    ...(first !== cells[0]?.name && { first }),
    ...(title !== '' && { t: title.slice(0, mostTitle) }),
    ...(Object.keys(plans).length > 0 && {
      plans: Object.entries(plans).map(([place, plan]) => [Number(place), shorten(plan) ?? { plan }]),
    }),
  }
}

/** Shared code in a value from outside; or, as a text, what's missing. */
export function readCode(value: unknown): SharedCode | string {
  if (isDeep(value)) return 'it’s nested too deep'
  const held = value as { cells?: unknown; first?: unknown; t?: unknown; plans?: unknown } | null
  if (typeof held !== 'object' || held === null || !Array.isArray(held.cells)) return 'it has no cells'
  const { cells: list, plans: given = [] } = held
  if (list.length === 0 || list.length > codeLimits.cells)
    return `it has no cells, or more than ${codeLimits.cells}`
  const cells: SharedCell[] = []
  for (const one of list as readonly unknown[]) {
    const [name, text, from] = Array.isArray(one) ? (one as readonly unknown[]) : []
    if (typeof name !== 'string' || typeof text !== 'string') return 'one of its cells has no name or no text'
    if (!isCellName(name)) return 'one of its cells has an invalid name'
    if (cells.some((cell) => cell.name.toLowerCase() === name.toLowerCase()))
      return 'two of its cells share a name'
    cells.push({ name, text, ...(isOrigin(from) && { from }) })
  }
  if (cells.reduce((sum, { text }) => sum + text.length, 0) > codeLimits.characters) return 'it’s too long'
  const plans = readPlans(given)
  if (plans === undefined) return 'one of its plans is invalid'
  return {
    cells,
    first: cells.find(({ name }) => name === held.first)?.name ?? cells[0]!.name,
    title: titleIn(typeof held.t === 'string' ? held.t : ''),
    ...(Object.keys(plans).length > 0 && { plans }),
  }
}

function readPlans(given: unknown): { readonly [place: number]: Plan } | undefined {
  if (!Array.isArray(given) || given.length > codeLimits.plans) return undefined
  const plans = new Map<number, Plan>()
  try {
    for (const one of given as readonly unknown[]) {
      const [place, short] = one as readonly [number, ShortPlan & { readonly plan?: unknown }]
      if (!Number.isInteger(place) || place < 0 || place > 1000) return undefined
      plans.set(place, parsePlan(Object.hasOwn(short, 'plan') ? short.plan : lengthen(short)))
    }
  } catch {
    return undefined
  }
  return Object.fromEntries(plans)
}

/** The address of a lesson's cell in a text from outside. */
export function isOrigin(text: unknown): text is string {
  return typeof text === 'string' && text.length <= 200 && /^[a-z0-9-]+\/[A-Za-z0-9_-]+$/.test(text)
}
