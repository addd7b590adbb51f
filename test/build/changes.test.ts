import { describe, expect, it } from 'vitest'
import { changedOn, changes } from '#build/changes.ts'
import { lessonSlugs } from '#build/lessons.ts'
import { hasPage } from '#site/has-page.ts'

const entry = (id: string, at: string, more = '') =>
  `  - id: ${id}\n    at: ${at}\n    title: T\n    text: X\n    page: /notes/\n${more}`

describe('what changed', () => {
  it('names every lesson, so that each can be cited as of a day, and leads to pages that are there', () => {
    for (const slug of lessonSlugs()) expect(changedOn(slug)).toMatch(/^\d{4}-\d\d-\d\d$/)
    for (const { id, page } of changes()) {
      const slug = /^\/lessons\/([^/]+)\/$/.exec(page)?.[1]
      const isThere = slug === undefined ? hasPage(page as `/${string}/`) : lessonSlugs().includes(slug)
      expect(isThere, `${id}: ${page}`).toBe(true)
    }
  })

  it.each([
    ['an older one above a newer one', entry('a', '2026-01-01') + entry('b', '2026-02-01'), /newest first/],
    ['the same id twice', entry('a', '2026-01-01') + entry('a', '2026-01-01'), /given twice/],
    ['an unknown lesson', entry('a', '2026-01-01', '    lessons: [nowhere]\n'), /names the lesson "nowhere"/],
    ['a day in other words', entry('a', '1 May'), /at/],
  ])('refuses %s', (_, list, says) => {
    expect(() => changes(`changes:\n${list}`, ['here'])).toThrow(says)
  })

  it('says of a lesson that no entry names what to do', () => {
    expect(() => changedOn('here', [])).toThrow(/Add one/)
  })
})
