/** A picture for link previews: what it says. */
export interface Preview {
  /** The file's name, without its ending. */
  readonly name: string
  readonly kicker: string
  readonly heading: string
  readonly line: string
  /** Which stop of the course it marks, from 1; 0 for none. */
  readonly stop: number
}

/** The kinds of pages beside lessons, by the first part of their address, each with what its picture says. */
export const previewKinds: Readonly<Record<string, readonly [heading: string, line: string]>> = {
  cards: ['Revision cards', 'One question, one answer, and each comes back on the day you’d forget it.'],
  challenges: [
    'Challenges',
    'Write the code that keeps a promise, and see the smallest plan that breaks it.',
  ],
  changes: ['What changed', 'New lessons, figures and pages, newest first.'],
  commands: [
    'On a real cluster',
    'The runs of the lessons as commands that you can play on your own machine.',
  ],
  course: ['The whole course on one page', 'All lessons in a row, for reading through and for paper.'],
  engine: ['Read the engine', 'The small replication engine under every figure, cell and answer.'],
  glossary: ['Glossary', 'Every term of the course in one sentence.'],
  notes: ['The notes, claim by claim', '108 claims in their place, each with a verdict and a source.'],
  offline: ['Keep it offline', 'Every page, the search and the code, in your browser.'],
  playground: ['Playground', 'Play any run, break it at any moment, and share it as a link.'],
  progress: ['Your progress', 'What you read, ran and answered, kept in your browser alone.'],
  recorded: ['A real cluster’s transcripts', 'What Cassandra 5.0 really answered, whole and as it came.'],
  reference: ['Reference', 'Pages to keep open beside a real cluster.'],
  review: ['Questions', 'All questions of the course, or ten mixed ones.'],
  search: ['Search', 'Lessons, terms, cards, code and sources, by words and by meaning.'],
  sources: ['Sources', 'Everything that the course’s facts rest on.'],
  teach: ['For teachers', 'Outcomes, misconceptions, handouts and keys for each lesson.'],
}

/** The name of the picture of a page, by its path below the base: `lesson-replicas`, `cards`; undefined for the home's own. */
export function previewOf(path: string): string | undefined {
  const [first = '', second = ''] = path.split('/').filter(Boolean)
  if (first === 'lessons') return `lesson-${second}`
  return first in previewKinds ? first : undefined
}
