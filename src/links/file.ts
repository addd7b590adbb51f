import { parsePlan } from '#engine/core/plan/parse.ts'
import type { Plan } from '#engine/core/types.ts'
import { isDeep } from '#text/deep.ts'
import { readCode, toJson, type SharedCode } from './code-link.ts'
import { titleIn } from './link-title.ts'

/** A plan as a file holds it, with the moment that was looked at. */
interface SharedPlan {
  readonly plan: Plan
  readonly at: number
  readonly hash: string | undefined
  readonly title: string
}

const format = 'anti-entropy shared'
const version = 1
/** A file larger than this isn't read. */
export const mostFileBytes = 2 * 1024 * 1024

/** What a file has that was saved where a link would have been too long. */
type ReadFile =
  | { readonly ok: true; readonly kind: 'plan'; readonly shared: SharedPlan }
  | { readonly ok: true; readonly kind: 'code'; readonly code: SharedCode }
  | { readonly ok: false; readonly message: string }

/** The text of a file that keeps a plan and the event that was looked at. */
export function planFile({ plan, at, hash, title }: SharedPlan): string {
  return `${JSON.stringify({ format, version, title, at, hash, plan }, null, 1)}\n`
}

/** The text of a file that keeps code. */
export function codeFile(code: SharedCode): string {
  return `${JSON.stringify({ format, version, code: toJson(code) }, null, 1)}\n`
}

/** Reads either kind of file, whatever is in it. Never throws. */
export function readFile(text: string): ReadFile {
  if (text.length > mostFileBytes)
    return {
      ok: false,
      message: `This file is too large: the limit is ${mostFileBytes / 1024 / 1024} MB.`,
    }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return {
      ok: false,
      message: 'This file can’t be read: it was cut, or it isn’t one that this site saved.',
    }
  }
  const file = value as Partial<
    Record<'format' | 'version' | 'title' | 'at' | 'hash' | 'plan' | 'code', unknown>
  > | null
  if (typeof file !== 'object' || file === null || file.format !== format)
    return { ok: false, message: 'This file isn’t one that this site saved from a playground.' }
  if (typeof file.version === 'number' && file.version > version)
    return {
      ok: false,
      message: 'This file is from a newer version of this site. Reload the page to get it.',
    }
  if (isDeep(value)) return { ok: false, message: 'What this file holds is nested too deep.' }
  if (file.code !== undefined) {
    const code = readCode(file.code)
    return typeof code === 'string'
      ? { ok: false, message: `This file doesn’t hold code that can be opened: ${code}.` }
      : { ok: true, kind: 'code', code }
  }
  try {
    const at = Number.isSafeInteger(file.at) ? (file.at as number) : 0
    const hash =
      typeof file.hash === 'string' && /^[0-9a-f]{8}/.test(file.hash) ? file.hash.slice(0, 8) : undefined
    const title = titleIn(typeof file.title === 'string' ? file.title : '')
    return { ok: true, kind: 'plan', shared: { plan: parsePlan(file.plan), at, hash, title } }
  } catch {
    return { ok: false, message: 'This file doesn’t hold a plan.' }
  }
}
