import type { QuestionBase } from './base.schema.ts'

/** What questions may refer to, by id. */
export interface Known {
  readonly misconceptions: ReadonlySet<string>
  readonly sources: ReadonlySet<string>
}

/** Every misconception and source that a question names and nobody has written down. */
export function missingReferences(question: QuestionBase, known: Known): string[] {
  const problems: string[] = []
  for (const id of misconceptionsOf(question)) {
    if (!known.misconceptions.has(id)) {
      problems.push(
        `question ${question.id}: expected a misconception of content/misconceptions.yaml, received "${id}": add it there or correct the id`,
      )
    }
  }
  if ('stated' in question.key && !known.sources.has(question.key.source)) {
    problems.push(
      `question ${question.id}: expected a source of content/sources.yaml, received "${question.key.source}": add it there or correct the id`,
    )
  }
  return problems
}

/** The misconceptions that a question's lures and known mistakes name. */
export function misconceptionsOf(question: QuestionBase): readonly string[] {
  const lists = ['options', 'mistakes', 'leaves', 'targets', 'checks'].map(
    (name) => (question as unknown as Record<string, unknown>)[name],
  )
  return lists
    .flatMap((list) => (Array.isArray(list) ? (list as { misconception?: string }[]) : []))
    .flatMap(({ misconception }) => misconception ?? [])
}
