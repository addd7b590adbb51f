import { describe, expect, it } from 'vitest'
import { cellKind, isDeletedBy, isLive } from '#engine/cell/cell.ts'

const live = { timestamp: 100, value: 'v' }
const expiring = { timestamp: 100, value: 'v', ttl: 60, localDeletionTime: 1000 }
const tombstone = { timestamp: 100, value: '', localDeletionTime: 1000 }

describe('cellKind(cell)', () => {
  it('tells the three kinds apart, and takes a ttl of 0 for none', () => {
    expect([live, expiring, tombstone].map(cellKind)).toEqual(['live', 'expiring', 'tombstone'])
    expect(cellKind({ ...tombstone, ttl: 0 })).toBe('tombstone')
  })
})

describe('isLive(cell, nowSeconds)', () => {
  it('holds for a live cell at any time and for a tombstone at none', () => {
    for (const now of [0, 999, 1000, 1001])
      expect([isLive(live, now), isLive(tombstone, now)]).toEqual([true, false])
  })

  it('ends for an expiring cell in the very second it expires', () => {
    expect([999, 1000, 1001].map((now) => isLive(expiring, now))).toEqual([true, false, false])
  })
})

describe('isDeletedBy(cell, markedForDeleteAt)', () => {
  it('gives a tie to the deletion', () => {
    expect([99, 100, 101].map((at) => isDeletedBy(live, at))).toEqual([false, true, true])
  })

  it('compares past what a number holds exactly', () => {
    const late = { ...live, timestamp: 2n ** 62n + 1n }
    expect([isDeletedBy(late, 2n ** 62n), isDeletedBy(late, 2n ** 62n + 1n)]).toEqual([false, true])
  })
})
