import { issuesAddress } from './settings.ts'

/** What a report says about a question, so that nobody needs to ask. */
export interface Report {
  readonly id: string
  readonly version: number
  readonly seed: number
  /** What the learner had chosen, if anything. */
  readonly choice: string | undefined
}

/** The address of a new issue, filled in. Nothing is sent before the reader opens it and sends it. */
export function reportAddress({ id, version, seed, choice }: Report): string {
  const body = [
    'What is wrong, unclear or untrue?',
    '',
    '',
    '---',
    `question: ${id}`,
    `version: ${version}`,
    `seed: ${seed}`,
    `choice: ${choice ?? 'none yet'}`,
  ].join('\n')
  return `${issuesAddress}?${new URLSearchParams({ title: `Question ${id}`, body }).toString()}`
}
