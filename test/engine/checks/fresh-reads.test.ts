import { describe, expect, it } from 'vitest'
import { freshReads } from '#engine/checks/fresh-reads.ts'
import { history, runOf } from './history.ts'

const judge = (lines: string) => freshReads(runOf(history(lines)))

describe('freshReads', () => {
  it('holds when a read answers the last acknowledged write', () => {
    expect(judge('c1 0-10 write x 1\nc2 20-30 read x = 1').result).toBe('holds')
  })

  it('breaks when a read misses it, and names the read and the write', () => {
    const found = judge('c1 0-10 write x 1\nc1 12-15 write x 2\nc2 20-30 read x = 1')
    expect(found.result).toBe('broken')
    expect(found.at).toEqual([2, 1])
    expect(found.why).toContain('missed c1\'s write of 2 to "x" (12 to 15 ms)')
    expect(judge('c1 0-10 write x 1\nc2 20-30 read x = null').result).toBe('broken')
  })

  it('lets a read answer a write that is on its way, or that never answered', () => {
    expect(judge('c1 0-10 write x 1\nc1 12-40 write x 2\nc2 20-30 read x = 2').result).toBe('holds')
    expect(judge('c1 0-10 write x 1\nc1 12-? write x 2\nc2 90-95 read x = 2').result).toBe('holds')
    expect(judge('c1 0-? write x 1\nc1 12-14 write x 2\nc2 90-95 read x = 1').result).toBe('holds')
  })

  it('does not mind two reads that contradict each other while the write is on its way: that is not its job', () => {
    const lines = 'c1 0-1 write x 1\nc1 2-90 write x 2\nc2 10-20 read x = 2\nc2 30-40 read x = 1'
    expect(judge(lines).result).toBe('holds')
  })

  it('takes a delete for a write of nothing', () => {
    expect(judge('c1 0-10 write x 1\nc1 12-15 delete x\nc2 20-30 read x = 1').result).toBe('broken')
    expect(judge('c1 0-10 write x 1\nc1 12-15 delete x\nc2 20-30 read x = null').result).toBe('holds')
  })

  it('breaks on a value that nobody wrote', () => {
    expect(judge('c1 0-10 write x 1\nc2 20-30 read x = 7').result).toBe('broken')
  })

  it('is vacuous when nothing was read after an acknowledged write', () => {
    expect(judge('c1 0-10 write x 1').result).toBe('vacuous')
    expect(judge('c2 0-5 read x = null\nc1 6-10 write x 1').result).toBe('vacuous')
    expect(judge('c1 0-10 write x 1\nc2 20-30 read y = null').result).toBe('vacuous')
  })

  it('counts a time to live as replicas do, in whole seconds', () => {
    const short = (lines: string) =>
      freshReads(
        runOf(
          history(lines).map((one, index) =>
            index > 0 ? one : { ...one, input: { key: 'x', value: 1, ttl: 5 } },
          ),
        ),
      ).result
    expect(short('c1 1900-1910 write x 1\nc2 6500-6510 read x = null')).toBe('holds')
    expect(short('c1 1900-1910 write x 1\nc2 5500-5510 read x = null')).toBe('broken')
  })

  it('leaves out a key that somebody incremented: no write says what it holds then', () => {
    const lines = 'c1 0-10 write x 5\nc1 12-15 increment x\nc2 20-30 read x = 6'
    expect(judge(lines).result).toBe('vacuous')
    expect(judge(`${lines}\nc1 0-10 write y 1\nc2 20-30 read y = null`).result).toBe('broken')
  })
})
