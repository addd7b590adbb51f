import { describe, expect, it } from 'vitest'
import { monotonicReads } from '#engine/checks/monotonic-reads.ts'
import { history, runOf } from './history.ts'

const judge = (lines: string) => monotonicReads(runOf(history(lines)))
const twoWrites = 'c1 0-10 write x 1\nc1 12-15 write x 2\n'

describe('monotonicReads', () => {
  it('holds when a client stays behind but never goes back', () => {
    expect(judge(twoWrites + 'c2 20-21 read x = 1\nc2 22-23 read x = 1\nc2 24-25 read x = 2').result).toBe(
      'holds',
    )
  })

  it('breaks when a client reads an older value than before, and names both reads', () => {
    const found = judge(twoWrites + 'c2 20-21 read x = 2\nc2 22-23 read x = 1')
    expect(found.result).toBe('broken')
    expect(found.at).toEqual([3, 2])
  })

  it('breaks when what was there is gone without a delete', () => {
    expect(judge('c1 0-10 write x 1\nc2 20-21 read x = 1\nc2 22-23 read x = null').result).toBe('broken')
    const deleted = 'c1 0-10 write x 1\nc1 21-30 delete x\nc2 20-21 read x = 1\nc2 22-23 read x = null'
    expect(judge(deleted).result).toBe('holds')
  })

  it('breaks on a value that comes back, although the two writes overlapped', () => {
    const overlapping = 'c1 0-50 write x 1\nc3 0-50 write x 2\n'
    expect(judge(overlapping + 'c2 20-21 read x = 2\nc2 22-23 read x = 1').result).toBe('holds')
    const back = 'c2 20-21 read x = 2\nc2 22-23 read x = 1\nc2 24-25 read x = 2'
    expect(judge(overlapping + back).result).toBe('broken')
  })

  it('lets two clients see different things', () => {
    expect(judge(twoWrites + 'c2 20-21 read x = 2\nc3 22-23 read x = 1\nc3 24-25 read x = 1').result).toBe(
      'holds',
    )
  })

  it('is vacuous when no client read one key twice', () => {
    expect(judge(twoWrites + 'c2 20-21 read x = 2\nc3 22-23 read x = 1').result).toBe('vacuous')
  })
})
