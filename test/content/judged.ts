import { challengeCells, madeCells, type ChallengeFiles } from '#build/challenges.ts'
import type { ShippedCell } from '#build/shipped.ts'
import { judgeAndDraw } from '#sandbox/challenge.ts'
import { compile } from '#sandbox/compile.ts'
import * as learner from '#sandbox/learner.ts'
import { setSink } from '#sandbox/sink.ts'

/** A judgement as a page reads it out of what the judge published, and how many pictures were drawn beside it. */
export interface Told {
  readonly result: string
  readonly check?: string
  readonly why?: string
  readonly entries?: number
  readonly before?: number
  readonly plans?: number
  readonly tested?: number
  readonly steps?: number
  readonly cost?: { readonly yours: number; readonly reference: number }
  readonly plan?: { readonly system: string }
  readonly curve?: { readonly curve: readonly { readonly broken: number }[]; readonly futures: number }
  readonly pictures: number
}

/**
 * Judges an answer by the cells that a page runs, in this process: the worlds apart are the sandbox's own matter. The point of no
 * return of what breaks it takes five times as long as all else: it's told where it's asked for.
 */
export function judged(files: ChallengeFiles, answer: string, { withCurve = false } = {}): Told {
  return judgedBy(challengeCells(files), files.id, answer, withCurve ? {} : { challenge: judgeAndDraw })
}

/** Judges an answer to a challenge that a reader made, with the goal that came with its link. */
export function judgedMade(goal: object, answer: string): Told {
  const code = compile('goal', `export const goal = ${JSON.stringify(goal)}`)
  if (!code.ok) throw new Error(code.error.message)
  const cells = madeCells()
  return judgedBy({ ...cells, goal: { ...cells['goal']!, code: code.code } }, 'made', answer)
}

function judgedBy(
  cells: Readonly<Record<string, ShippedCell>>,
  id: string,
  answer: string,
  instead: object = {},
): Told {
  const published = new Map<string, unknown>()
  let pictures = 0
  setSink({
    item: ({ type }) => void (type === 'picture' && pictures++),
    value: (name, value) => void published.set(name, value),
    error: () => {},
  })
  const compiled = compile('answer', answer)
  if (!compiled.ok) throw new Error(`${id}: ${compiled.error.message}`)
  const modules: Record<string, object> = { engine: { ...learner, ...instead, __esModule: true } }
  for (const name of ['goal', 'check', 'answer', 'solution', 'judge']) {
    if (name !== 'answer' && cells[name] === undefined) continue
    const exports = {}
    const code = name === 'answer' ? compiled.code : cells[name]!.code
    const require = (asked: string) => modules[asked.replace('./', '')]
    new Function('require', 'exports', code)(require, exports)
    modules[name] = exports
  }
  const told = JSON.parse(joined(published, 'judge')) as Told
  const curve = published.has('judge curve length') ? JSON.parse(joined(published, 'judge curve')) : undefined
  return { ...told, pictures, ...(curve === undefined ? {} : { curve }) }
}

function joined(published: ReadonlyMap<string, unknown>, name: string): string {
  let text = ''
  for (let piece = 1; published.has(`${name} ${piece}`); piece++)
    text += String(published.get(`${name} ${piece}`))
  return text
}
