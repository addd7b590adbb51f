import type { CourseIndex, Method } from './course-index.ts'

/** A question, and the sections that answer it, each as `slug#section` of a lesson or a reference page. */
export interface Asked {
  readonly question: string
  readonly answers: readonly string[]
  /** How much the question has in common with its answers: a rare word, some words, no word. */
  readonly kind?: string
}

/** For each question the place, from 1, of the first passage in a right section; Infinity beyond the first six. */
export function placesOf(index: CourseIndex, method: Method, asked: readonly Asked[]): readonly number[] {
  return asked.map(({ question, answers }) => {
    const at = index.search(question, method, 6).findIndex(({ id }) => {
      const { slug, section } = index.passage(id)
      return answers.includes(`${slug}#${section}`)
    })
    return at < 0 ? Infinity : at + 1
  })
}

/** How many places are among the first so many. */
export function hitsAt(places: readonly number[], first: number): number {
  return places.filter((place) => place <= first).length
}
