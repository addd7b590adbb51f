import { watcher } from './assemble.ts'
import type { Published } from './items.ts'

/** How a reader's change is judged: by what the cell's runs did, never by its text. */
type TryCheck =
  /** The engine's check of this name, on the cell's run of this number (from 1), is to find this. */
  | { readonly run: number; readonly check: string; readonly finds: 'holds' | 'broken' }
  /** What the cell publishes under a name is to be this. */
  | { readonly value: string; readonly is: Published }

/** Something to try in a cell: one sentence, the line it's about, what it may become, and how it's judged. */
export interface Try {
  readonly id: string
  readonly cell: string
  readonly say: string
  /** The line as it stands in the author's text, without its indent. */
  readonly line: string
  /** What *Show me* puts in its place; several lines keep their own indent below the first. */
  readonly change: string
  readonly check: TryCheck
  /** Why it's right, said when the check passes. */
  readonly right: string
}

/** What a judge found. */
export interface Judged {
  readonly passes: boolean
  readonly why: string
}

/** The line, from 1, that a try is about; undefined where the text has it no more. */
export function lineOfTry(text: string, { line }: Pick<Try, 'line'>): number | undefined {
  const index = text.split('\n').findIndex((one) => one.trim() === line.trim())
  return index === -1 ? undefined : index + 1
}

/** The text with the line changed, at the same indent; undefined where it isn't there. */
export function withTry(text: string, { line, change }: Pick<Try, 'line' | 'change'>): string | undefined {
  const at = lineOfTry(text, { line })
  if (at === undefined) return undefined
  const lines = text.split('\n')
  const indent = /^\s*/.exec(lines[at - 1]!)![0]
  lines.splice(at - 1, 1, ...change.split('\n').map((one) => (one === '' ? '' : indent + one)))
  return lines.join('\n')
}

/** Compiled code that judges a cell after its run; it publishes `result` and `why`. */
export function judgeOf(cell: string, check: TryCheck): string {
  const begin = `"use strict"; var _engine = require('engine'); require('./${cell}');`
  if ('value' in check) {
    const name = JSON.stringify(check.value)
    return `${begin}
const held = ${watcher}.published[${name}]
_engine.value('result', held === ${JSON.stringify(check.is)} ? 'passes' : 'fails')
_engine.value('why', held === undefined ? 'The cell no longer publishes ' + ${name} + '.' : ${name} + ' is ' + held + '.')`
  }
  return `${begin}
const run = ${watcher}.runs()[${check.run - 1}]
const verdict = run === undefined ? undefined : _engine.${check.check}(run)
_engine.value('result', verdict !== undefined && verdict.result === '${check.finds}' ? 'passes' : 'fails')
_engine.value('why', verdict === undefined ? 'The cell makes fewer runs than it did.' : verdict.why)`
}

/** What a judge published, read; undefined where it published nothing of the kind. */
export function readJudged(values: Readonly<Record<string, Published>>): Judged | undefined {
  const { result, why } = values
  if (typeof result !== 'string' || typeof why !== 'string') return undefined
  return { passes: result === 'passes', why }
}
