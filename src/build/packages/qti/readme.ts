import type { FiledLesson } from '#learning/question-file.ts'
import { hasItem } from './item.ts'
import { notInQti } from './kinds.ts'

/**
 * What a teacher who opens the package by hand reads: what's in it, and which questions of the course aren't, with the
 * reason. Throws for a kind that has neither a form in QTI nor a reason.
 */
export function qtiReadme(lessons: readonly FiledLesson[], version: string): string {
  const all = lessons.flatMap(({ questions }) => questions)
  const left = all.filter((question) => !hasItem(question))
  const reasons = [...new Set(left.map(({ kind }) => kind))].map((kind) => {
    const reason = notInQti[kind]
    if (reason === undefined)
      throw new Error(
        `expected a form in QTI for questions of the kind "${kind}", or a reason why there's none; received neither. Add one in src/build/packages/qti/kinds.ts.`,
      )
    const ids = left.filter((question) => question.kind === kind).map(({ id }) => id)
    return `- ${kind} (${ids.length}: ${ids.join(', ')}), because ${reason}.`
  })
  return `Anti-Entropy: the questions of the course, as QTI ${version}

${all.length - left.length} of ${all.length} questions are items of this package, a section for each lesson in test.xml.
Each item gives one point for the right answer and then shows every option with its reason.
${reasons.length === 0 ? '' : `\nNot in it:\n${reasons.join('\n')}\n`}
Texts under CC BY 4.0: name "Anti-Entropy, an interactive notebook of distributed systems".
`
}
