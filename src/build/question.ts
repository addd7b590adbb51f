import { run, scenarioOf } from '#engine'
import type { RunPicture } from '#learning/kinds/click.ts'
import { AuthorMistake } from '#learning/quiz/kind.ts'
import type { QuestionBase } from '#learning/quiz/base.schema.ts'
import type { Key } from '#learning/quiz/key.schema.ts'
import type { KeyValue } from '#learning/quiz/key.ts'
import type { Resolved } from '#learning/quiz/kind.ts'
import { outlineRun } from '#outline/outline.ts'
import type { RunOutline } from '#outline/types.ts'
import { cellValue } from './cells.ts'
import '#engine/stores.ts'

/** What a question's cells publish for it: its key, and the picture that it's answered in. */
export async function resolvedOf(lesson: string, question: QuestionBase): Promise<Resolved> {
  const { picture, between } = question as QuestionBase & {
    readonly picture?: { readonly cell: string; readonly value: string }
    readonly between?: readonly [number, number]
  }
  const key = (await resolvedKey(lesson, question.key)) as KeyValue
  if (picture === undefined) return { key }
  const published = await cellValue(lesson, picture.cell, picture.value)
  return {
    key,
    picture: question.kind === 'click' ? picturedRun(question.id, published, between) : published,
  }
}

/** What a key comes to: stated by a document, or published by a cell. */
export async function resolvedKey(lesson: string, key: Key): Promise<unknown> {
  return 'stated' in key ? key.stated : cellValue(lesson, key.computed.cell, key.computed.value)
}

/** The picture of a plan's run, or of a part of it. Throws where the cell published no plan. */
function picturedRun(id: string, published: unknown, between?: readonly [number, number]): RunPicture {
  if (typeof published !== 'string') {
    throw new AuthorMistake(
      `question ${id}: expected its cell to publish the plan as JSON text, received ${JSON.stringify(published)}. Write value('plan', JSON.stringify(scenario.plan)).`,
    )
  }
  const plan: unknown = JSON.parse(published)
  const outline = outlineRun(run(scenarioOf(plan), { record: 'states' }))
  const [fromMs, toMs] = between ?? [0, outline.endMs]
  return { ...within(outline, fromMs, toMs), fromMs, toMs, plan }
}

function within(
  { nodes, clients, messages, outages: lives }: RunOutline,
  fromMs: number,
  toMs: number,
): Pick<RunPicture, 'lanes' | 'messages' | 'lives'> {
  const shown = messages.filter(({ sentAt }) => sentAt >= fromMs && sentAt <= toMs)
  const speaks = new Set(shown.flatMap(({ from, to }) => [from, to]))
  return {
    lanes: [
      ...clients
        .filter((client) => speaks.has(client.id))
        .map((client) => ({ id: client.id, isClient: true })),
      ...nodes.map((node) => ({ id: node.id, isClient: false })),
    ],
    messages: shown.map(({ key, from, to, sentAt, endAt, fate, called, says }) => ({
      ...{ id: key, from, to, sentAt, endAt: Math.min(endAt, toMs), isLost: fate === 'lost' },
      text: says === '' ? called : `${called}: ${says}`,
    })),
    lives: lives
      .filter(({ from, to }) => from <= toMs && (to ?? toMs) >= fromMs)
      .map(({ node, from, to }) => ({
        ...{ lane: node, from: Math.max(from, fromMs), to: Math.min(to ?? toMs, toMs) },
      })),
  }
}
