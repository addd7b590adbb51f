import type { PointOfNoReturn, Rewound } from '#engine/search/futures.ts'
import type { Published } from '#sandbox/items.ts'
import { isCount, isRecord } from '#text/shapes.ts'

export type { PointOfNoReturn }

/** What a challenge's judge found, as the page shows it. */
export type Judgement =
  | { readonly result: 'right'; readonly plans: number; readonly tested: number; readonly cost?: JudgedCost }
  | {
      readonly result: 'broken' | 'dear'
      readonly check: string
      readonly why: string
      readonly tried: number
      readonly before: number
      readonly entries: number
      readonly cost?: JudgedCost
    }
  | { readonly result: 'untested' | 'unfit'; readonly why: string }

/** What an answer cost and what the reference does, in the unit that the challenge counts. */
export interface JudgedCost {
  readonly unit: string
  readonly yours: number
  readonly reference: number
  /** How many times as much is allowed; nothing where nothing is asked of it. */
  readonly most?: number
}

type Fields = { readonly [name: string]: unknown }

/** The longest text of a judgement that is shown. */
const mostText = 600

/**
 * The judgement among what a run has published, read field by field: the sandbox runs other people's code and may send
 * anything. Undefined when there's none, or only a part of one.
 */
export function readJudgement(published: ReadonlyMap<string, Published>): Judgement | undefined {
  const fields = record(joined(published, 'judge'))
  const cost = costIn(fields?.['cost'])
  switch (fields?.['result']) {
    case 'right': {
      const { plans, tested } = fields
      if (!isCount(plans) || !isCount(tested)) return undefined
      return { result: 'right', plans, tested, ...(cost && { cost }) }
    }
    case 'broken':
    case 'dear': {
      const { result, tried, before, entries } = fields
      const [check, why] = [textIn(fields['check']), textIn(fields['why'])]
      if (check === undefined || why === undefined) return undefined
      if (!isCount(tried) || !isCount(before) || !isCount(entries)) return undefined
      return { result, check, why, tried, before, entries, ...(cost && { cost }) }
    }
    case 'untested':
    case 'unfit': {
      const why = textIn(fields['why'])
      return why === undefined ? undefined : { result: fields['result'], why }
    }
    default:
      return undefined
  }
}

/** The smallest plan that breaks an answer, as JSON text, where its program is the challenge's own. Nobody has checked it. */
export function ownPlanIn(published: ReadonlyMap<string, Published>): string | undefined {
  const plan = record(record(joined(published, 'judge'))?.['plan'])
  return plan?.['system'] === 'cell' ? JSON.stringify(plan) : undefined
}

/** The curve of the run that broke the answer, read in the same way. */
export function readCurve(published: ReadonlyMap<string, Published>): PointOfNoReturn | undefined {
  const fields = record(joined(published, 'judge curve'))
  const { futures, curve: list, jump: turned } = fields ?? {}
  if (!isCount(futures) || futures === 0 || !Array.isArray(list) || list.length > 100) return undefined
  const curve = list.map(rewoundIn)
  if (curve.length === 0 || !curve.every((one) => one !== undefined)) return undefined
  const jump = record(turned)
  if (jump === undefined) return { futures, curve, jump: undefined }
  const [before, after, event] = [rewoundIn(jump['before']), rewoundIn(jump['after']), jump['event']]
  if (before === undefined || after === undefined || !isCount(event)) return undefined
  return { futures, curve, jump: { before, after, event } }
}

function joined(published: ReadonlyMap<string, Published>, name: string): unknown {
  let text = ''
  for (let piece = 1; ; piece++) {
    const part = published.get(`${name} ${piece}`)
    if (typeof part !== 'string') break
    text += part
  }
  if (published.get(`${name} length`) !== text.length) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function costIn(value: unknown): JudgedCost | undefined {
  const { unit, yours, reference, most } = record(value) ?? {}
  const named = textIn(unit)
  if (named === undefined || !isNumber(yours) || !isNumber(reference)) return undefined
  return { unit: named, yours, reference, ...(isNumber(most) && { most }) }
}

function rewoundIn(value: unknown): Rewound | undefined {
  const { atMs, broken } = record(value) ?? {}
  return isNumber(atMs) && isCount(broken) ? { atMs, broken } : undefined
}

function record(value: unknown): Fields | undefined {
  return isRecord(value) ? value : undefined
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value.slice(0, mostText) : undefined
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
