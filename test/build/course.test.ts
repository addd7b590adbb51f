import { expect, test } from 'vitest'
import { course } from '#build/course.ts'
import { lessonSlugs } from '#build/lessons.ts'
import { keptPlan, keptPlans, presentId } from '#build/plans.ts'

test('the map of the course has each lesson at one stop', () => {
  expect(course().flatMap(({ lessons }) => lessons)).toEqual(lessonSlugs())
})

test('a lesson at no stop, at two, or one that there is not stops the build and says so', () => {
  const one = 'stops: [{ lessons: [a] }]'
  expect(() => course(one, ['a', 'b'])).toThrow('expected the lesson "b" at one stop; received 0')
  expect(() => course('stops: [{ lessons: [a] }, { lessons: [a] }]', ['a'])).toThrow('received 2')
  expect(() => course('stops: [{ lessons: [a, c] }]', ['a'])).toThrow('there is no lesson "c"')
  expect(() => course('stops: [{ lessons: [a], colour: red }]', ['a'])).toThrow('content/course.yaml')
})

test('plans are named by their lesson, and found by its number as in older links', () => {
  expect(presentId('lesson-2.row-3')).toBe('replicas.row-3')
  expect(presentId('lesson-99.row-3')).toBe('lesson-99.row-3')
  expect(keptPlan('lesson-2.row-3')).toBe(keptPlan('replicas.row-3'))
  expect([...keptPlans().keys()].filter((id) => /^lesson-\d/.test(id))).toEqual([])
})
