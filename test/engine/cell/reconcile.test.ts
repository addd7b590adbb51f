import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cell } from '#engine/cell/cell.ts'
import { explainReconcile, reconcile } from '#engine/cell/reconcile.ts'

/** Few values of each field, so that ties of every kind come up all the time. */
const timestamps = fc.constantFrom<number | bigint>(1, 2, 2n, 2n ** 62n)
const values = fc.constantFrom('', 'a', 'ab', 'b', 'é')
const deletionTimes = fc.constantFrom(1000, 1001)
const cells: fc.Arbitrary<Cell> = fc.oneof(
  fc.record({ timestamp: timestamps, value: values }),
  fc.record({
    timestamp: timestamps,
    value: values,
    ttl: fc.constantFrom(60, 3600),
    localDeletionTime: deletionTimes,
  }),
  fc.record({ timestamp: timestamps, value: fc.constant(''), localDeletionTime: deletionTimes }),
)

/** A cell as one text that sorts as the rules rank it: the oracle. The ttl isn't in it, which is the exception. */
function rank(cell: Cell): string {
  const kind = cell.localDeletionTime === undefined ? 0 : cell.ttl === undefined ? 2 : 1
  const value = Buffer.from(cell.value as string).toString('hex')
  return [
    String(cell.timestamp).padStart(20, '0'),
    kind,
    String(cell.localDeletionTime ?? 0).padStart(5, '0'),
    value,
  ].join()
}

describe('reconcile(a, b)', () => {
  const plain: Cell = { timestamp: 5, value: 'x' }
  const expiring: Cell = { timestamp: 5, value: 'x', ttl: 60, localDeletionTime: 1000 }
  const tombstone: Cell = { timestamp: 5, value: '', localDeletionTime: 900 }

  it.each<[string, Cell, Cell]>([
    ['timestamp', { timestamp: 6, value: 'a' }, tombstone],
    ['timestamp', { timestamp: 2n ** 62n + 1n, value: 'a' }, { timestamp: 2n ** 62n, value: 'b' }],
    ['deletion or expiry beats live', tombstone, { ...plain, value: 'zzz' }],
    ['deletion or expiry beats live', expiring, { ...plain, value: 'zzz' }],
    ['deletion beats expiry', tombstone, expiring],
    ['deletion time', { ...expiring, localDeletionTime: 1001, value: 'a' }, expiring],
    ['value', { ...plain, value: 'b' }, { ...plain, value: 'abc' }],
    ['value', { ...plain, value: 'ab' }, { ...plain, value: 'a' }],
    ['value', { ...plain, value: Uint8Array.of(0xff) }, { ...plain, value: Uint8Array.of(0x7f) }],
  ])('by %s keeps the first of these, whichever way round they come', (rule, winner, loser) => {
    expect(reconcile(winner, loser)).toBe(winner)
    expect(reconcile(loser, winner)).toBe(winner)
    expect(explainReconcile(winner, loser)).toEqual({ winner: 'a', rule })
    expect(explainReconcile(loser, winner)).toEqual({ winner: 'b', rule })
  })

  it('keeps the first argument of two expiring cells that are equal but for the ttl', () => {
    const other = { ...expiring, ttl: 3600 }
    expect(reconcile(expiring, other)).toBe(expiring)
    expect(reconcile(other, expiring)).toBe(other)
    expect(explainReconcile(expiring, other)).toEqual({ winner: 'either', rule: 'argument order' })
  })

  it('finds nothing to decide between equal cells', () => {
    expect(explainReconcile(plain, { ...plain })).toEqual({ winner: 'either', rule: 'nothing' })
    expect(explainReconcile(plain, { ...plain, timestamp: 5n })).toEqual({
      winner: 'either',
      rule: 'nothing',
    })
  })

  it('keeps the cell that ranks higher', () => {
    fc.assert(
      fc.property(cells, cells, (a, b) => {
        expect(rank(reconcile(a, b))).toBe([rank(a), rank(b)].sort()[1])
      }),
      { seed: 61, numRuns: 2000 },
    )
  })

  it('is commutative, but for expiring cells that differ in their ttl alone', () => {
    let exceptions = 0
    fc.assert(
      fc.property(cells, cells, (a, b) => {
        if (explainReconcile(a, b).rule === 'argument order') {
          exceptions++
          expect(rank(a)).toBe(rank(b))
          expect(a.ttl).not.toBe(b.ttl)
          return
        }
        const same = (x: Cell, y: Cell) => rank(x) === rank(y) && x.ttl === y.ttl
        expect(same(reconcile(a, b), reconcile(b, a))).toBe(true)
      }),
      { seed: 62, numRuns: 2000 },
    )
    expect(exceptions).toBeGreaterThan(0)
  })

  it('is associative and idempotent', () => {
    fc.assert(
      fc.property(cells, cells, cells, (a, b, c) => {
        expect(reconcile(reconcile(a, b), c)).toBe(reconcile(a, reconcile(b, c)))
        expect(reconcile(a, a)).toBe(a)
      }),
      { seed: 63, numRuns: 2000 },
    )
  })
})
