import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { entriesOf, lessons, named, references, sources, tagsOf, terms, written } from './content.ts'

const questionIds = (of: readonly (typeof lessons)[number][]) =>
  of.flatMap((lesson) => entriesOf(lesson, 'quiz.yaml', 'questions').map(({ id }) => String(id)))

describe.each(written)('the lesson $slug', (lesson) => {
  test('cites sources that exist', () => {
    const known = sources.map(({ id }) => id)
    const ids = named(lesson.body, 'Source', 'id')
    expect(ids.length).toBeGreaterThan(0)
    for (const id of ids) expect(known).toContain(id)
  })

  test('links terms that the glossary defines, each once', () => {
    const ids = named(lesson.body, 'Term', 'id')
    expect(ids.length).toBeGreaterThan(0)
    for (const id of ids) expect(terms.map((term) => term.id)).toContain(id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('links every term that first matters in it', () => {
    const ids = named(lesson.body, 'Term', 'id')
    for (const term of terms.filter((one) => one.lesson === lesson.slug)) expect(ids).toContain(term.id)
  })

  test('leads to lessons and sections that exist', () => {
    for (const { attributes } of tagsOf(lesson.body).filter(({ name }) => name === 'To')) {
      // Another page of the site: the build checks that it's there (components/To.astro).
      if (attributes.page !== undefined) continue
      const target = lessons.find(({ slug }) => slug === attributes.lesson)
      expect(target, attributes.lesson).toBeDefined()
      if (attributes.section !== undefined)
        expect(target?.sections.map(({ slug }) => slug)).toContain(attributes.section)
    }
  })

  test('asks questions and shows cells that exist, at most five questions, each once', () => {
    const asked = named(lesson.body, 'Question', 'id')
    for (const id of asked) expect(questionIds([lesson])).toContain(id)
    const predictions = entriesOf(lesson, 'quiz.yaml', 'predictions').map((entry) => entry['id'])
    for (const id of [...named(lesson.body, 'Predict', 'id'), ...named(lesson.body, 'Revisit', 'id')])
      expect(predictions).toContain(id)
    expect(asked.length).toBeLessThanOrEqual(5)
    expect(new Set(asked).size).toBe(asked.length)
    for (const file of named(lesson.body, 'Cell', 'file'))
      expect(existsSync(`${lesson.folder}/cells/${file}.ts`), `${lesson.folder}/cells/${file}.ts`).toBe(true)
  })

  test('revisits the prediction that it opens with', () => {
    const all = (tag: string) => [...named(lesson.body, tag, 'id')].sort()
    expect(all('Revisit')).toEqual(all('Predict'))
  })

  test('has headings whose ids are unique', () => {
    const slugs = lesson.sections.map(({ slug }) => slug)
    expect(new Set(slugs).size).toBe(slugs.length)
  })

  test('links inside the site by tags, which know the base path', () => {
    expect(lesson.body).not.toMatch(/\]\(\/|href="\//)
  })

  test('has questions and cards whose section exists', () => {
    for (const { section, id } of [
      ...entriesOf(lesson, 'quiz.yaml', 'questions'),
      ...entriesOf(lesson, 'cards.yaml', 'cards'),
    ])
      expect(
        lesson.sections.map(({ slug }) => slug),
        String(id),
      ).toContain(section)
  })
})

describe.each(references)('the reference page $slug', ({ slug, body }) => {
  test('cites sources and terms that exist, and shows cells that exist', () => {
    const [ids, cited] = [sources.map(({ id }) => id), named(body, 'Source', 'id')]
    expect(cited.length).toBeGreaterThan(0)
    for (const id of cited) expect(ids).toContain(id)
    for (const id of named(body, 'Term', 'id')) expect(terms.map((term) => term.id)).toContain(id)
    for (const { attributes } of tagsOf(body).filter(({ name }) => name === 'Cell')) {
      const lesson = lessons.find((one) => one.slug === attributes['lesson'])
      expect(existsSync(`${lesson?.folder}/cells/${attributes['file']}.ts`), attributes['file']).toBe(true)
    }
  })

  test('is linked from a lesson', () => {
    expect(lessons.flatMap((lesson) => named(lesson.body, 'To', 'page'))).toContain(`/reference/${slug}/`)
  })
})
