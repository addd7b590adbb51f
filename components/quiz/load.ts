import { getCollection, getEntry, render } from 'astro:content'
import { cellValue, partsOf, shippedCell } from '#build/cells.ts'
import { resolvedKey, resolvedOf } from '#build/question.ts'
import { engineOf, prelude } from '#build/runtime.ts'
import { href } from '#site/href.ts'
import { kinds } from '#learning/kinds/index.ts'
import type { FixCell } from '#learning/kinds/fix-cell.schema.ts'
import { AuthorMistake } from '#learning/quiz/kind.ts'
import type { QuestionBase } from '#learning/quiz/base.schema.ts'
import type { Kind, Reason } from '#learning/quiz/kind.ts'
import { shownPrediction } from '#learning/quiz/predictions.ts'
import type { ShownPrediction } from '#learning/quiz/predictions.ts'
import type { Prediction } from '#learning/quiz/predictions.schema.ts'
import { missingReferences } from '#learning/quiz/references.ts'
import { numberInProse } from '#sandbox/format.ts'
import { seedOf } from '#learning/shuffle.ts'
import type { KeyRun } from '#learning/question-file.ts'
import type { CellBench, ShownQuestion } from './shown.ts'

/** The lesson that an id belongs to: `merkle-trees.first-step` is of `merkle-trees`. */
const lessonOf = (id: string): string => id.split('.')[0] ?? ''

/** A question for its island, its key computed, and every reason for a page without JavaScript. */
export async function loadQuestion(
  id: string,
): Promise<{ question: ShownQuestion; reasons: readonly Reason[] }> {
  const written = (await questionsOf(lessonOf(id))).find((question) => question.id === id)
  if (!written) {
    throw new AuthorMistake(
      `expected a question of content/lessons/*/quiz.yaml, received "${id}": add it there or correct the id`,
    )
  }
  await refuseMissingReferences(written)
  const lesson = lessonOf(id)
  const found = await withValues(lesson, written)
  const kind = kinds.get(found.kind) as Kind
  const seed = seedOf(`${id}@${found.version}`)
  const data = kind.view(found, await resolvedOf(lesson, found), seed)
  const question = {
    id,
    version: found.version,
    kind: found.kind,
    lesson,
    prompt: found.prompt,
    seed,
    data,
    see: href(`/lessons/${lesson}/#${found.section}`),
    run: 'computed' in found.key ? await runIt(lesson, found.key.computed.cell) : undefined,
    bench: await benchOf(lesson, found),
  }
  return { question, reasons: kind.reasons(data) }
}

/** The cell that a question asks to be changed, and the one that checks it. */
async function benchOf(lesson: string, question: QuestionBase): Promise<CellBench | undefined> {
  if (question.kind !== 'fix-cell') return undefined
  const { cell, checkedBy } = question as FixCell
  return {
    cell: await runIt(lesson, cell),
    source: shippedCell(lesson, cell).source,
    checking: await runIt(lesson, checkedBy),
  }
}

/** What it takes to run a cell below its question. */
async function runIt(lesson: string, cell: string): Promise<KeyRun> {
  const scripts = [await prelude(), await engineOf(await partsOf(lesson, cell))]
  return {
    href: href(`/review/${lesson}/#cell-${cell}`),
    lesson,
    cell,
    hash: shippedCell(lesson, cell).hash,
    cells: href(`/lessons/${lesson}/cells.json`),
    runtime: scripts.map((script) => href(`/runtime/${script.hash}.js`)),
  }
}

/**
 * The questions of a lesson's text or pool, as a list of them names them: by the heading of the section that answers
 * each, since the prompt itself stands on the same page already.
 */
export async function listQuestions(
  lesson: string,
  place: QuestionBase['place'],
): Promise<readonly { id: string; version: number; about: string }[]> {
  const questions = (await questionsOf(lesson)).filter((question) => question.place === place)
  const entry = await getEntry('lessons', lesson)
  const headings = entry === undefined ? [] : (await render(entry)).headings
  return questions.map(({ id, version, section }) => ({
    id,
    version,
    about: headings.find(({ slug }) => slug === section)?.text ?? lesson,
  }))
}

/** The cells that compute the keys of a lesson's questions, each once: they can be run below its review. */
export async function keyCells(
  lesson: string,
): Promise<readonly { cell: string; prompts: readonly string[] }[]> {
  const byCell = new Map<string, string[]>()
  for (const { key, prompt } of await questionsOf(lesson)) {
    if (!('computed' in key)) continue
    const { cell } = key.computed
    byCell.set(cell, [...(byCell.get(cell) ?? []), await filled(lesson, prompt)])
  }
  return [...byCell].map(([cell, prompts]) => ({ cell, prompts }))
}

/** All questions of a lesson, as the author wrote them; none when it has no quiz yet. */
async function questionsOf(lesson: string): Promise<readonly QuestionBase[]> {
  return (await quizOf(lesson))?.questions ?? []
}

/** A lesson may have no quiz yet; asking for it by name would make Astro warn. */
async function quizOf(lesson: string) {
  return (await getCollection('quizzes')).find(({ id }) => id === lesson)?.data
}

/** A prediction for its island, with what came true. */
export async function loadPrediction(id: string): Promise<ShownPrediction> {
  const lesson = lessonOf(id)
  const predictions = (await quizOf(lesson))?.predictions ?? []
  const found = predictions.find((prediction: Prediction) => prediction.id === id)
  if (!found) {
    throw new AuthorMistake(
      `expected a prediction of content/lessons/*/quiz.yaml, received "${id}": add it there or correct the id`,
    )
  }
  return shownPrediction(await withValues(lesson, found), await resolvedKey(lesson, found.key))
}

/** Fills in {cell.value} wherever an author has written it, so that no number of a run is typed in. */
async function withValues<Written>(lesson: string, written: Written): Promise<Written> {
  if (typeof written === 'string') return (await filled(lesson, written)) as Written
  if (typeof written !== 'object' || written === null) return written
  if (Array.isArray(written))
    return (await Promise.all(written.map((item) => withValues(lesson, item)))) as Written
  const entries = Object.entries(written).map(async ([key, inner]) => [key, await withValues(lesson, inner)])
  return Object.fromEntries(await Promise.all(entries)) as Written
}

/** A text with each {cell.value} in it filled in. */
export async function filled(lesson: string, text: string): Promise<string> {
  let whole = ''
  let done = 0
  for (const match of text.matchAll(/\{([a-z0-9-]+)\.([^{}]+)\}/g)) {
    const found = await cellValue(lesson, match[1] ?? '', match[2] ?? '')
    whole +=
      text.slice(done, match.index) + (typeof found === 'number' ? numberInProse(found, 1) : String(found))
    done = match.index + match[0].length
  }
  return whole + text.slice(done)
}

async function refuseMissingReferences(question: QuestionBase): Promise<void> {
  const ids = async (name: 'misconceptions' | 'sources') =>
    new Set<string>((await getCollection(name)).map(({ id }) => id))
  const known = { misconceptions: await ids('misconceptions'), sources: await ids('sources') }
  const [problem] = missingReferences(question, known)
  if (problem !== undefined) throw new AuthorMistake(problem)
}
