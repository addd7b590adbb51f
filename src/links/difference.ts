import { diffArrays } from 'diff'
import type { Json } from '#engine/core/types.ts'
import { isCount } from '#text/shapes.ts'
import { checksum } from './sealed.ts'
import { isSame, type ShortPlan } from './short-plan.ts'

/** A plan that everybody who opens the link has too, by its name. */
interface Base {
  readonly id: string
  readonly short: ShortPlan
}

/**
 * What a plan has instead of a named one. Fields that aren't told are the named plan's; null takes a field away. Of the
 * entries, each change is: how many stay since the change before, how many go, and the new ones.
 */
export interface Difference {
  readonly of: string
  /** The checksum of the named plan: another one has changed since. */
  readonly sum: string
  readonly set?: { readonly [field: string]: Json }
  readonly p?: readonly Change[]
  readonly f?: readonly Change[]
}

type Change = readonly [stay: number, go: number, ...fresh: Json[]]
type Fields = { readonly [field: string]: Json | undefined }

const lists = ['p', 'f'] as const

/** The checksum of a short plan, whatever the order of its fields. */
export function sumOf(short: ShortPlan): string {
  return checksum(JSON.stringify(Object.entries(short).sort(([one], [other]) => (one < other ? -1 : 1))))
}

/** Undefined for what the changes can't say. */
export function differenceFrom(base: Base, short: ShortPlan): Difference | undefined {
  const before = base.short as unknown as Fields
  const after = short as unknown as Fields
  const set: { [field: string]: Json } = {}
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (field !== 'p' && field !== 'f' && !isSame(before[field], after[field]))
      set[field] = after[field] ?? null
  }
  const changes = lists.flatMap((list) => {
    const made = changesOf(entries(before[list]), entries(after[list]))
    return made.length === 0 ? [] : [[list, made] as const]
  })
  const difference: Difference = {
    of: base.id,
    sum: sumOf(base.short),
    ...(Object.keys(set).length > 0 && { set }),
    ...Object.fromEntries(changes),
  }
  return isSame(applied(base.short, difference), short) ? difference : undefined
}

/** The plan that differs so from the named one; unread, like all that came in a link. */
export function applied(base: ShortPlan, { set = {}, p = [], f = [] }: Difference): ShortPlan {
  const fields = new Map(Object.entries(base as unknown as Fields))
  for (const [field, value] of Object.entries(set)) {
    if (value === null) fields.delete(field)
    else fields.set(field, value)
  }
  for (const [list, changes] of [
    ['p', p],
    ['f', f],
  ] as const) {
    if (changes.length === 0) continue
    fields.set(list, changed(entries(fields.get(list)), changes))
  }
  return Object.fromEntries(fields) as unknown as ShortPlan
}

function entries(list: Json | undefined): readonly Json[] {
  return (list ?? []) as readonly Json[]
}

function changesOf(before: readonly Json[], after: readonly Json[]): readonly Change[] {
  const changes: [number, number, ...Json[]][] = []
  let stay = 0
  let open: [number, number, ...Json[]] | undefined
  for (const part of diffArrays([...before], [...after], { comparator: isSame })) {
    if (!part.added && !part.removed) {
      stay = part.value.length
      open = undefined
      continue
    }
    if (open === undefined) {
      open = [stay, 0]
      changes.push(open)
      stay = 0
    }
    if (part.removed) open[1] += part.value.length
    else open.push(...part.value)
  }
  return changes
}

function changed(list: readonly Json[], changes: readonly Change[]): readonly Json[] {
  const made: Json[] = []
  let at = 0
  for (const [stay, go, ...fresh] of changes) {
    // Counts that go back would copy the list as often as a link says so.
    if (!isCount(stay) || !isCount(go)) throw new TypeError('a count of entries is a whole number')
    made.push(...list.slice(at, at + stay), ...fresh)
    at += stay + go
  }
  return [...made, ...list.slice(at)]
}
