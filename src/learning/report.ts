/** What a report says about a question, so that nobody needs to ask. */
export interface Report {
  readonly id: string
  readonly version: number
  readonly seed: number
  /** What the learner had chosen, if anything. */
  readonly choice: string | undefined
}

/** The text of a report: room for the reader's words, then what it is about. */
export function reportText({ id, version, seed, choice }: Report): string {
  return [
    'What is wrong, unclear or untrue?',
    '',
    '',
    '---',
    `question: ${id}`,
    `version: ${version}`,
    `seed: ${seed}`,
    `choice: ${choice ?? 'none yet'}`,
  ].join('\n')
}

/** The form for a new issue at `address`, filled in. Nothing is sent before the reader opens it and sends it. */
export function reportAddress(address: string, report: Report): string {
  const filled = new URL(address)
  filled.searchParams.set('title', `Question ${report.id}`)
  filled.searchParams.set('body', reportText(report))
  return filled.href
}
