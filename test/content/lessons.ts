import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { lessonFolder, lessonSlugs } from '#build/lessons.ts'
import { cardsSchema } from '#learning/cards/cards.schema.ts'
import type { Card } from '#learning/cards/cards.schema.ts'
import type { QuestionBase } from '#learning/quiz/base.schema.ts'
import { predictionsSchema } from '#learning/quiz/predictions.schema.ts'
import type { Prediction } from '#learning/quiz/predictions.schema.ts'
import { questionsSchema } from '#learning/questions.schema.ts'

/** One lesson's content, as its author wrote it and its schemas read it. */
export interface Lesson {
  readonly slug: string
  readonly text: string
  readonly questions: readonly QuestionBase[]
  readonly predictions: readonly Prediction[]
  readonly cards: readonly Card[]
}

export const lessons: readonly Lesson[] = lessonSlugs().map((slug) => {
  const folder = lessonFolder(slug)
  const quiz = readYaml(join(folder, 'quiz.yaml'))
  const deck = readYaml(join(folder, 'cards.yaml'))
  return {
    slug,
    text: readFileSync(join(folder, 'index.mdx'), 'utf8'),
    questions: questionsSchema.parse(quiz['questions'] ?? []),
    predictions: predictionsSchema.parse(quiz['predictions'] ?? []),
    cards: cardsSchema.parse(deck['cards'] ?? []),
  }
})

/** The deck that goes over all lessons. */
export const quickDeck: readonly Card[] = cardsSchema.parse(readYaml('content/cards-quick.yaml')['cards'])

/** The ids under a key of a YAML file at the top of content/. */
export function idsOf(path: string, key: string): ReadonlySet<string> {
  return new Set((readYaml(path)[key] as { id: string }[]).map(({ id }) => id))
}

function readYaml(path: string): Record<string, unknown> {
  return existsSync(path) ? (parse(readFileSync(path, 'utf8')) as Record<string, unknown>) : {}
}

/** The addresses of a lesson's headings, made as the site makes them. */
export function sectionsOf({ text }: Lesson): ReadonlySet<string> {
  const headings = text.matchAll(/^#{2,3} (.+)$/gm)
  return new Set([...headings].map(([, words = '']) => addressOf(words)))
}

const addressOf = (words: string): string =>
  words
    .replace(/<[^>]+>|[*_`]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s/g, '-')
