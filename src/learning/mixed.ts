import { versioned } from './progress.ts'
import type { Progress } from './progress.ts'
import { shuffle } from './shuffle.ts'

/** A question as the mixed review chooses among them. */
interface Mixable {
  readonly id: string
  readonly version: number
  readonly lesson: string
}

/** How many questions a mixed review asks. */
export const mixedCount = 10

/**
 * The questions of a mixed review: only of lessons that the reader has begun, those that were missed first (missed and
 * sure before all), then new ones, then ones that went well. Neighbours come from different lessons where they can:
 * telling confusable things apart is what mixing trains. The seed decides among equals.
 */
export function pickMixed(
  questions: readonly Mixable[],
  progress: Progress,
  seed: number,
  most = mixedCount,
): readonly Mixable[] {
  const begun = new Set([
    ...progress.read.keys(),
    ...[...progress.answered.keys()].map((key) => key.split('.')[0]),
  ])
  const waiting = shuffle(
    questions.filter(({ lesson }) => begun.has(lesson)),
    seed,
  )
    .map((question) => ({ question, urgency: urgencyOf(question, progress) }))
    .sort((one, other) => other.urgency - one.urgency)
  const picked: Mixable[] = []
  while (picked.length < most && waiting.length > 0) {
    const best = waiting[0]!.urgency
    const other = waiting.findIndex(
      ({ question, urgency }) => urgency === best && question.lesson !== picked.at(-1)?.lesson,
    )
    picked.push(waiting.splice(Math.max(0, other), 1)[0]!.question)
  }
  return picked
}

/** Missed and sure, missed, new, right: from the most urgent to the least. */
function urgencyOf({ id, version }: Mixable, { answered }: Progress): number {
  const found = answered.get(versioned(id, version))
  if (found === undefined) return 1
  if (found.last.right) return 0
  return found.last.confidence === 'sure' ? 3 : 2
}
