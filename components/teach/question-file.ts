import type { QuestionFile } from '#learning/question-file.ts'

let file: Promise<QuestionFile> | undefined

/** The course's questions with their keys, fetched once a page. Rejects when they can't be had. */
export function questionFile(address: string): Promise<QuestionFile> {
  file ??= fetch(address).then((response) =>
    response.ok ? (response.json() as Promise<QuestionFile>) : Promise.reject(new Error(address)),
  )
  file.catch(() => (file = undefined))
  return file
}
