import { z } from 'astro/zod'
import { kinds } from '#learning/kinds/index.ts'
import { schemas } from '#learning/kinds/schemas.ts'
import type { QuestionBase } from './quiz/base.schema.ts'
import { lint } from './quiz/lint.ts'

/**
 * The questions of one file: each parsed by its kind, linted, and no id given twice. A mistake becomes an issue of the
 * schema that says what was expected, what was received, where, and how to mend it: the build fails with it.
 */
export const questionsSchema = z.array(z.unknown()).transform((entries, context) => {
  const questions: QuestionBase[] = []
  const seen = new Set<string>()
  for (const [index, entry] of entries.entries()) {
    const refuse = (message: string) => context.addIssue({ code: 'custom', path: [index], message })
    const { id, question, problems } = parseQuestion(entry)
    for (const problem of problems) refuse(`question ${id}: ${problem}`)
    if (seen.has(id)) refuse(`question ${id}: expected ids that differ, received this one twice: rename one`)
    seen.add(id)
    if (question) questions.push(question)
  }
  return questions
})

interface Parsed {
  readonly id: string
  readonly question: QuestionBase | undefined
  readonly problems: readonly string[]
}

/** One question as an author wrote it, or all that is wrong with it. */
export function parseQuestion(entry: unknown): Parsed {
  const fields = typeof entry === 'object' && entry !== null ? (entry as Record<string, unknown>) : {}
  const id = typeof fields['id'] === 'string' ? fields['id'] : '(no id)'
  const name = String(fields['kind'])
  const [kind, schema] = [kinds.get(name), schemas.get(name)]
  if (!kind || !schema) {
    const known = [...kinds.keys()].join(', ')
    const received = JSON.stringify(fields['kind']) ?? 'none'
    return { id, question: undefined, problems: [`expected a kind (${known}), received ${received}`] }
  }
  const parsed = schema.safeParse(entry)
  if (!parsed.success) {
    return {
      id,
      question: undefined,
      problems: parsed.error.issues.map((issue) => issueInWords(issue, entry)),
    }
  }
  const question = parsed.data
  const problems = [...kind.problems(question), ...keyProblems(question), ...lint(question)]
  return { id, question: problems.length === 0 ? question : undefined, problems }
}

/** A number about a run or a tree is computed: what an author types in goes stale when the engine changes. */
function keyProblems({ key, about, kind }: QuestionBase): string[] {
  if (!('stated' in key)) return []
  const shown = pictured[kind]
  if (shown !== undefined) return [mustCompute(shown)]
  const isNumber = typeof key.stated === 'number' || kind === 'number'
  if (about === 'idea') return []
  return isNumber || /\d/.test(JSON.stringify(key.stated)) ? [mustCompute(`a number about a ${about}`)] : []
}

/** Kinds whose answer is seen in a run or a tree: nobody can state it. */
const pictured: { readonly [kind: string]: string | undefined } = {
  leaf: 'a leaf of a tree',
  click: 'a place in a run',
  'predict-run': 'what a run gives',
  'place-points': 'a history',
  'fix-cell': 'a repaired program',
}

const mustCompute = (what: string): string =>
  `expected a computed key for ${what}, received "stated": publish it from a cell with value(name, x) and write "key: {computed: {cell: NAME, value: NAME}}"`

type Issue = z.core.$ZodIssue

/** An issue of the schema library, said to an author. */
function issueInWords(issue: Issue, entry: unknown): string {
  const where = issue.path.length > 0 ? `at ${issue.path.join('.')}` : 'at its top'
  const received = JSON.stringify(at(entry, issue.path)) ?? 'nothing'
  switch (issue.code) {
    case 'unrecognized_keys':
      return `expected only known fields ${where}, received ${issue.keys.map((key) => `"${key}"`).join(', ')}: correct the spelling or take it out`
    case 'invalid_type':
      return `expected ${issue.message.startsWith('expected') ? issue.message.slice(9) : issue.expected} ${where}, received ${received}: write it`
    case 'invalid_value':
      return `expected one of ${issue.values.map((value) => `"${String(value)}"`).join(', ')} ${where}, received ${received}: choose one`
    default:
      return `${issue.message} ${where} (received ${received})`
  }
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  let inner = value
  for (const key of path) inner = (inner as Record<PropertyKey, unknown> | undefined)?.[key]
  return inner
}
