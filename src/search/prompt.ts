import type { Passage } from './passage.ts'

/** The prompt that a generator would get: what to do, the passages with their places, and the question. */
export function promptOf(question: string, passages: readonly Passage[]): string {
  const quoted = passages.map(({ title, heading, text }, at) => `[${at + 1}] ${title}, “${heading}”: ${text}`)
  return [
    'Answer the question from the passages below and from nothing else. Give the number of the passage you used. If they don’t answer it, say so.',
    '',
    ...(quoted.length === 0 ? ['(No passage was found.)'] : quoted),
    '',
    `Question: ${question}`,
  ].join('\n')
}
