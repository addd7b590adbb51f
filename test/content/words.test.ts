import { describe, expect, test } from 'vitest'
import { lessons, prose, terms, words, written } from './content.ts'

describe.each(written)('the text of $slug', ({ body, sections }) => {
  test('has 1,800 to 2,500 words', () => {
    expect(words(body).length).toBeGreaterThanOrEqual(1800)
    expect(words(body).length).toBeLessThanOrEqual(2500)
  })

  test('has headings that say something', () => {
    const headings = sections.filter(({ heading }) => heading !== '')
    expect(headings.length).toBeGreaterThan(4)
    for (const { heading } of headings) {
      expect(heading).not.toMatch(/^(introduction|overview|background|summary|conclusion|basics|more)\b/i)
      expect(heading.split(' ').length, heading).toBeGreaterThan(2)
      expect(heading, 'no full stop').not.toMatch(/\.$/)
    }
  })

  test('has headings of two levels, the second under the first', () => {
    const levels = sections.slice(1).map(({ level }) => level)
    expect(levels[0]).toBe(2)
    expect(levels.every((level) => level === 2 || level === 3)).toBe(true)
  })

  test('has no sentence of more than 45 words', () => {
    const sentences = prose(body.replace(/^\|.*$/gm, ''))
      .split(/\n\n+|\n- |\n\d+\. |[.?!:]\s/)
      .map((sentence) => words(sentence))
    expect(
      sentences.filter((sentence) => sentence.length > 45).map((sentence) => sentence.join(' ')),
    ).toEqual([])
  })

  test('does not talk the reader down, nor shout', () => {
    expect(
      prose(body).match(/\b(simply|obviously|of course|trivial(ly)?|clearly|recently|just)\b/gi),
    ).toBeNull()
    expect(
      prose(body)
        .replace(/“[^”]*”/g, '')
        .match(/!/g),
    ).toBeNull()
  })

  test('says nothing from memory', () => {
    expect(body).not.toMatch(/from memory|unverified/i)
  })

  test('keeps each claim on one line, so that it stands inside a paragraph', () => {
    for (const line of body.split('\n'))
      expect(line.match(/<Claim\b/g)?.length ?? 0, line).toBe(line.match(/<\/Claim>/g)?.length ?? 0)
  })
})

describe('the lessons', () => {
  test('are seven, all written, numbered as their folders', () => {
    expect(lessons.map(({ front }) => front.order)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(lessons.filter(({ front }) => front.status !== 'ready')).toEqual([])
    for (const { folder, front, slug } of lessons)
      expect(folder).toBe(`content/lessons/0${front.order}-${slug}`)
  })
})

describe('the glossary', () => {
  test('defines each term once', () => {
    const all = terms.map(({ term }) => term.toLowerCase())
    expect(all.filter((term, index) => all.indexOf(term) !== index)).toEqual([])
  })

  test.each(terms)(
    'defines “$term” in at most 30 plain words, in a lesson that exists',
    ({ means, lesson }) => {
      expect(words(means).length).toBeLessThanOrEqual(30)
      expect(means).toMatch(/[.)]$/)
      expect(lessons.map(({ slug }) => slug)).toContain(lesson)
    },
  )
})
