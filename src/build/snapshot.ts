import { readFileSync } from 'node:fs'
import { rowsOf, unpacked, type PackedHead } from '#engine/vectors/packed.ts'
import type { Snapshot } from '#search/whole-model.ts'

const folder = 'content/vectors/snapshot'

/** The course's passages and questions of one day with the whole model's vectors: see content/vectors/README.md. */
export function modelSnapshot(): Snapshot {
  const passages = read<{ readonly passages: readonly { readonly id: string; readonly text: string }[] }>(
    'passages',
  )
  const questions = read<{
    readonly questions: readonly {
      readonly question: string
      readonly kind: string
      readonly answers: readonly string[]
    }[]
  }>('questions')
  return {
    passages: passages.head.passages.map(({ id, text }, row) => ({
      id,
      text,
      vector: passages.vectors[row]!,
    })),
    questions: questions.head.questions.map(({ question, kind, answers }, row) => ({
      text: question,
      kind,
      answers,
      vector: questions.vectors[row]!,
    })),
  }
}

function read<T>(name: 'passages' | 'questions'): {
  readonly head: T
  readonly vectors: readonly Float32Array[]
} {
  const head = JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8')) as PackedHead & T
  return { head, vectors: rowsOf(unpacked(head, readFileSync(`${folder}/${name}.bin`))) }
}
