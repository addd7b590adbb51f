import { describe, expect, it } from 'vitest'
import { freshReads } from '#engine/checks/fresh-reads.ts'
import { given, happened, never } from '#engine/checks/happened.ts'
import { history, runOf } from './history.ts'

const stale = runOf(history('c1 0-10 write x 1\nc2 20-30 read x = null'))
const marked = { ...stale, marks: new Map([['hint stored', 2]]) }

describe('happened(mark)', () => {
  it('holds when the mark was made and is vacuous, not broken, when it was not', () => {
    expect(happened('hint stored')(marked)).toMatchObject({
      result: 'holds',
      why: '"hint stored" happened 2 times.',
    })
    expect(happened('hint stored')(stale).result).toBe('vacuous')
  })
})

describe('never(mark)', () => {
  it('is broken when the mark was made', () => {
    expect(never('hint stored')(marked).result).toBe('broken')
    expect(never('hint stored')(stale).result).toBe('holds')
  })
})

describe('given(mark, check)', () => {
  it('judges only runs that made the mark', () => {
    expect(given('hint stored', freshReads)(marked).result).toBe('broken')
    expect(given('hint stored', freshReads)(stale).result).toBe('vacuous')
    expect(given('hint stored', freshReads).needs).toBe(freshReads.needs)
  })
})
