import { describe, expect, test } from 'vitest'
import { claims, isHonouredIn, lessons, sources } from './content.ts'

describe('the claims', () => {
  test('are 108, numbered as the notes go', () => {
    expect(claims.map(({ id }) => id)).toEqual(Array.from({ length: 108 }, (_, index) => String(index + 1)))
  })

  test.each(claims)('$id rests on sources that exist', (claim) => {
    expect(claim.sources.length).toBeGreaterThan(0)
    expect(new Set(claim.sources).size).toBe(claim.sources.length)
    for (const id of claim.sources) expect(sources.map((source) => source.id)).toContain(id)
  })

  test.each(claims.filter(({ verdict }) => verdict === 'right'))(
    '$id is right, and is told so',
    ({ say }) => {
      expect(say).toMatch(/^(Right\b|All three have reported)/)
    },
  )

  test.each(claims.filter(({ verdict }) => verdict !== 'right'))(
    '$id is not right, and is not told so',
    ({ say }) => {
      expect(say).not.toMatch(/^Right\.?$/)
      expect(say.length).toBeGreaterThan(20)
    },
  )

  test('are honoured in a lesson that is written, each in its own', () => {
    const ready = lessons.filter(({ front }) => front.status === 'ready').map(({ slug }) => slug)
    const honoured = claims.filter((claim) => isHonouredIn(claim, 'lesson'))
    expect(honoured.length).toBeGreaterThan(50)
    for (const claim of honoured) expect(ready).toContain(claim.lesson)
  })
})
