import type { QuestionBase } from './base.schema.ts'

const forbidden: readonly { readonly pattern: RegExp; readonly why: string; readonly mend: string }[] = [
  {
    pattern:
      /\bwhich\b[^.?]*\b(is|are|was|were|does|do|did|would|will|can)\s?(not|n['’]t)\b|\bwhich\b[^.?]*\bNOT\b/i,
    why: 'asks “which isn’t”',
    mend: 'ask what is so, or what happens next',
  },
  { pattern: /\bexcept\b/i, why: 'asks for the exception', mend: 'ask what is so' },
  {
    pattern:
      /\b(all|none|both|neither|either|any) of (the above|these|them|the others?)\b|\b(all|none) above\b/i,
    why: 'leans on the other options ("all of the above")',
    mend: 'say the thing itself, or make it choose-many',
  },
  {
    pattern:
      /\b(the )?(first|second|third|last|previous|next) (option|answer)\b|\b(option|answer) [A-F1-6]\b/i,
    why: 'speaks of the order of the options, which are shuffled',
    mend: 'say the thing itself',
  },
]

/** What is wrong with the wording of a question: its prompt, options and reasons. */
export function lint(question: QuestionBase): string[] {
  const problems: string[] = []
  for (const [path, text] of texts(question)) {
    // Only what is asked may be a "which is not"; a reason may well say what a thing is not.
    for (const { pattern, why, mend } of path === 'prompt' || path.endsWith('text')
      ? forbidden
      : forbidden.slice(3)) {
      const found = pattern.exec(text)
      if (found)
        problems.push(`expected plain wording at ${path}, received "${found[0]}", which ${why}: ${mend}`)
    }
  }
  return problems
}

function* texts(value: unknown, path = ''): Generator<[path: string, text: string]> {
  if (typeof value === 'string') yield [path, value]
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value))
      yield* texts(inner, path === '' ? key : `${path}.${key}`)
  }
}
