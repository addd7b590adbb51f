import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { describe, expect, test } from 'vitest'
import { claims, entriesOf, lessons, named, references, sources } from './content.ts'

const cited = new Set([
  ...claims.flatMap((claim) => claim.sources),
  ...[...lessons, ...references].flatMap(({ body }) => named(body, 'Source', 'id')),
  ...lessons.flatMap((lesson) =>
    [...entriesOf(lesson, 'quiz.yaml', 'questions'), ...entriesOf(lesson, 'cards.yaml', 'cards')].flatMap(
      (entry) => sourceIdsIn(entry),
    ),
  ),
  ...sourceIdsIn(parse(readFileSync('content/engine/leaves-out.yaml', 'utf8'))),
])

/** Every value of a key `source` or `sources`, however deep. */
function sourceIdsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(sourceIdsIn)
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'source' || key === 'sources' ? [inner].flat().map(String) : sourceIdsIn(inner),
  )
}

describe('the sources', () => {
  test('are each used by a claim, a lesson, a reference page, a question, a card, or what the model leaves out', () => {
    expect(sources.map(({ id }) => id).filter((id) => !cited.has(id))).toEqual([])
  })

  test.each(sources)('$id says how it was read, and nothing is from memory', (source) => {
    expect(source.id).toMatch(/^[a-z0-9-]+$/)
    expect(JSON.stringify(source)).not.toMatch(/memory|unverified/i)
    expect(source.via !== undefined).toBe(source.reading === 'secondary')
    if (source.reading === 'read')
      expect(source.url ?? source.version, 'a url, or the version that was read').toBeDefined()
    if (source.url !== undefined) expect(source.url).toMatch(/^https:\/\//)
  })

  test('are computed only if they are the engine’s own', () => {
    expect(sources.filter(({ reading }) => reading === 'computed').map(({ id }) => id)).toEqual(['engine'])
  })
})
