import { expect, test } from 'vitest'
import { byNumber, lessonSlugs } from '#build/lessons.ts'
import { coursePassages, ownQuestions } from '#build/search.ts'

test('lessons come in the order of their numbers, also the hundredth', () => {
  expect(byNumber(['100-c', '11-b', 'notes', '09-a'])).toEqual(['09-a', '11-b', '100-c', 'notes'])
})

test('what a lesson searches is of the lessons up to it, and of the reference pages', async () => {
  expect(lessonSlugs('replicas')).toEqual(lessonSlugs().slice(0, 2))
  const all = await coursePassages({ values: false })
  const some = await coursePassages({ values: false, upTo: 'replicas' })
  const isSome = (slug: string, page: string) =>
    page.startsWith('reference/') || lessonSlugs('replicas').includes(slug)
  expect(some).toEqual(all.filter(({ slug, page }) => isSome(slug, page)))
  expect(some.length).toBeLessThan(all.length)
  const asked = ownQuestions('replicas').flatMap(({ answers }) => answers.map((one) => one.split('#')[0]))
  expect(new Set(asked)).toEqual(new Set(lessonSlugs('replicas')))
})
