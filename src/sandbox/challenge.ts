import { run as engineRun } from '#engine/core/run.ts'
import { pointOfNoReturnSteps } from '#engine/search/futures.ts'
import { judgeSteps, type Challenge, type Judgement } from '#engine/search/judge.ts'
import { scenarioOf } from '#engine/core/registry.ts'
import type { Found } from '#engine/search/search.ts'
import { drawRun } from './draw-run.ts'
import type { Json } from './items.ts'
import { toldByStep } from './progress.ts'
import { whileRunning } from './running.ts'
import { emit, publish } from './sink.ts'

/** What all futures of a run may take together: a judging is to end in a few seconds on a phone, too. */
const mostSteps = 800_000
/** As much as one published text holds. */
const pieceLength = 2000

/**
 * Judges an answer against a challenge and publishes the judgement as JSON, in pieces ('judge 1', 'judge 2' ...), then
 * shows the run that broke the answer, and publishes its point of no return ('judge curve 1' ...). What the answer prints
 * is heard in that one run alone.
 */
export function challenge<Answer extends object>(
  asked: Challenge<Answer>,
  answer: Answer,
  reference: Answer,
): void {
  const broken = judgeAndDraw(asked, answer, reference)
  if (broken !== undefined) tellNoReturn(broken)
}

/** The first part of {@link challenge}: gives the scenario whose point of no return can be told, where there is one. */
export function judgeAndDraw<Answer extends object>(
  asked: Challenge<Answer>,
  answer: Answer,
  reference: Answer,
): Found | undefined {
  const judged = silently(() =>
    whileRunning(() =>
      toldByStep(judgeSteps(asked, answer, reference), ({ tried }) => ({
        of: 'plans',
        done: tried,
        all: asked.seeds,
      })),
    ),
  )
  publishInPieces('judge', told(judged))
  if (!('found' in judged)) return undefined
  const { found } = judged
  const again = whileRunning(() => engineRun(found, { ...found.options, record: 'states' }))
  const picture = silently(() => drawRun(found, { run: runFor(found.options), named: scenarioOf }))
  if (picture !== undefined) emit(picture)
  return again.error !== undefined || judged.result === 'dear' ? undefined : found
}

function tellNoReturn(found: Found): void {
  const curve = silently(() =>
    whileRunning(() =>
      toldByStep(
        pointOfNoReturnSteps(found, found.check, { run: found.options ?? {}, steps: mostSteps }),
        (_, place) => ({ of: 'moments', done: place }),
      ),
    ),
  )
  publishInPieces('judge curve', curve as unknown as Json)
}

function runFor(options: object | undefined) {
  return (scenario: Parameters<typeof engineRun>[0], budget: number) =>
    whileRunning(() => engineRun(scenario, { ...options, record: 'states', budget }))
}

/** A judgement as plain data: of what was found the plan alone, since a page can't have the program. */
function told(judged: Judgement): Json {
  if (!('found' in judged)) return judged as unknown as Json
  const { found, verdict, ...rest } = judged
  return { ...rest, at: verdict.at, plan: found.plan } as unknown as Json
}

function publishInPieces(name: string, data: Json): void {
  const text = JSON.stringify(data)
  for (let piece = 0; piece * pieceLength < text.length; piece++)
    publish(`${name} ${piece + 1}`, text.slice(piece * pieceLength, (piece + 1) * pieceLength))
  publish(`${name} length`, text.length)
}

/** What many runs print would drown the one that tells something. */
function silently<T>(work: () => T): T {
  const scope = globalThis as unknown as { console: Readonly<Record<string, unknown>> }
  const own = scope.console
  scope.console = Object.fromEntries(Object.keys(own).map((name) => [name, () => {}]))
  try {
    return work()
  } finally {
    scope.console = own
  }
}
