import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkLinearizable, linearizable } from '#engine/checks/linearizable.ts'
import { callOf, counter, map, register } from '#engine/checks/models.ts'
import { run } from '#engine/core/run.ts'
import type { Fault, Json, Operation, SequentialModel } from '#engine/core/types.ts'
import { hardHistory } from '../../bench/hard-history.ts'
import { calm, read, tiny, write } from '../search/tiny.ts'
import { history, runOf } from './history.ts'

const plenty = 1_000_000

describe('checkLinearizable(register, history)', () => {
  const verdict = (lines: string) => checkLinearizable(register, history(lines), plenty)

  it('holds when a read that overlaps a write answers the old value or the new one', () => {
    expect(verdict('c1 0-10 write 1\nc2 5-6 read = null').result).toBe('holds')
    expect(verdict('c1 0-10 write 1\nc2 5-6 read = 1').result).toBe('holds')
  })

  it('breaks when a read after the answer of a write still answers the old value, and names both', () => {
    const found = verdict('c1 0-10 write 1\nc2 20-30 read = null')
    expect(found.result).toBe('broken')
    expect(found.at).toEqual([1, 0])
    expect(found.why).toContain("c1's write of 1 (0 to 10 ms)")
    expect(found.why).toContain("No order explains c2's read (20 to 30 ms, answered null)")
  })

  it('breaks when one read answers the new value and a later one the old, while the write is still on its way', () => {
    const found = verdict('c1 0-100 write 1\nc2 10-20 read = 1\nc3 30-40 read = null')
    expect(found.result).toBe('broken')
    expect(found.at[0]).toBe(2)
  })

  it('lets an operation without an answer happen late, or never', () => {
    expect(verdict('c1 0-? write 1\nc2 10-20 read = null\nc2 30-40 read = null').result).toBe('holds')
    expect(verdict('c1 0-? write 1\nc2 10-20 read = null\nc2 3000-4000 read = 1').result).toBe('holds')
  })

  it('lets an operation without an answer happen once only, and not before its call', () => {
    const back = 'c1 0-? write 1\nc2 5-6 write 2\nc3 10-20 read = 1\nc3 30-40 read = 2\nc3 50-60 read = 1'
    expect(verdict(back).result).toBe('broken')
    expect(verdict('c2 0-5 read = 1\nc1 10-? write 1').result).toBe('broken')
  })

  it('counts a call and an answer in the same millisecond as overlapping', () => {
    expect(verdict('c1 0-10 write 1\nc2 10-20 read = null').result).toBe('holds')
  })

  it('takes a refusal for something that did not happen', () => {
    const refused = history('c1 0-10 write 1\nc2 20-30 read = null').map((operation, index) =>
      index === 0 ? { ...operation, output: { error: 'unavailable' } } : operation,
    )
    expect(checkLinearizable(register, refused, plenty).result).toBe('holds')
  })

  it('reads the answers of the databases, {value} and {ok}', () => {
    const answers: Json[] = [{ ok: true }, { value: 2 }]
    const recorded = history('c1 0-10 write 1\nc2 20-30 read').map((operation, index) => ({
      ...operation,
      output: answers[index],
    }))
    expect(checkLinearizable(register, recorded, plenty).result).toBe('broken')
  })

  it('is vacuous when nothing was answered', () => {
    expect(checkLinearizable(register, [], plenty).result).toBe('vacuous')
    expect(verdict('c1 0-? write 1').result).toBe('vacuous')
  })

  it('refuses an operation that returns before its call', () => {
    expect(() => verdict('c1 10-5 write 1')).toThrow(/returns after its call; received c1's write/)
  })
})

describe('checkLinearizable(map, history)', () => {
  it('judges each key apart, and one broken key decides', () => {
    const lines = 'c1 0-10 write x 1\nc2 20-30 read y = null\nc2 40-50 read x = 1'
    expect(checkLinearizable(map, history(lines), plenty).result).toBe('holds')
    expect(checkLinearizable(register, history(lines), plenty).result).toBe('broken')
    const found = checkLinearizable(map, history(lines + '\nc3 60-70 read x = null'), plenty)
    expect(found.result).toBe('broken')
    expect(found.at).toEqual([3, 0])
  })

  it('says broken for an easy key although another one would use up the budget', () => {
    const broken = history('c1 0-10 write easy 1\nc2 20-30 read easy = null')
    const budget = 20_000
    expect(checkLinearizable(map, hopeless('hard'), budget).result).toBe('unknown')
    expect(checkLinearizable(map, [...hopeless('hard'), ...broken], budget).result).toBe('broken')
  })

  it('says unknown, with the keys that are left, when the budget is too small', () => {
    const found = checkLinearizable(map, [...hopeless('one'), ...history('c1 0-1 write two 1')], 5000)
    expect(found.result).toBe('unknown')
    expect(found.why).toContain('1 of 2 keys')
  })
})

describe('checkLinearizable(counter, history)', () => {
  it('holds when increments that overlap are seen in one order, and breaks when one of them is lost', () => {
    const both = 'c1 0-10 increment\nc2 5-15 increment\n'
    expect(checkLinearizable(counter, history(both + 'c3 20-30 read = 2'), plenty).result).toBe('holds')
    expect(checkLinearizable(counter, history(both + 'c3 20-30 read = 1'), plenty).result).toBe('broken')
    expect(checkLinearizable(counter, history(both + 'c3 12-30 read = 1'), plenty).result).toBe('holds')
  })
})

describe('checkLinearizable on a hard history', () => {
  const one = { seed: 3, clients: 50, operations: 1000, values: 3, key: 'one', openEvery: 50 }
  const ten = [...'abcdefghij'].flatMap((key, seed) =>
    hardHistory({ seed, clients: 5, operations: 250, values: 1000, key, openEvery: 50 }),
  )

  it('finds an order for 50 clients at once on one key, and on ten, within a million steps', () => {
    expect(checkLinearizable(map, hardHistory(one), 1_000_000).result).toBe('holds')
    expect(checkLinearizable(map, ten, 1_000_000).result).toBe('holds')
  })

  it('finds the one answer among 2,500 that was changed to a value from long before', () => {
    const reads = [...ten.entries()].filter(([, { do: verb, output }]) => verb === 'read' && output != null)
    const [changed, early] = [reads.at(-3)?.[0] as number, reads[300]?.[1].output as Json]
    const lie = ten.with(changed, { ...(ten[changed] as Operation), output: early })
    const found = checkLinearizable(map, lie, 1_000_000)
    expect(found.result).toBe('broken')
    expect(found.at[0]).toBe(changed)
  })
})

describe('checkLinearizable on small random histories', () => {
  it('agrees with trying every order of every set of operations', () =>
    fc.assert(
      fc.property(fc.array(randomOperation(), { minLength: 1, maxLength: 6 }), (operations) => {
        fc.pre(operations.some((operation) => operation.return !== null))
        const found = checkLinearizable(register, operations, plenty)
        expect(found.result).toBe(someOrderExplains(register, operations) ? 'holds' : 'broken')
      }),
      { seed: 7, numRuns: 3000 },
    ))

  it('names a prefix that holds and that the next answer breaks', () =>
    fc.assert(
      fc.property(fc.array(randomOperation(), { minLength: 1, maxLength: 6 }), (operations) => {
        const found = checkLinearizable(register, operations, plenty)
        fc.pre(found.result === 'broken')
        const stuck = operations[found.at[0] as number] as Operation
        const end = stuck.return as number
        const answeredBefore = (limit: number) =>
          operations.map((operation) =>
            operation.return !== null && operation.return > limit
              ? { ...operation, return: null, output: undefined }
              : operation,
          )
        expect(someOrderExplains(register, answeredBefore(end - 1))).toBe(true)
        expect(someOrderExplains(register, answeredBefore(end))).toBe(false)
      }),
      { seed: 8, numRuns: 3000 },
    ))

  /** Two values and ends close together, so that about half of the histories break. */
  function randomOperation(): fc.Arbitrary<Operation> {
    return fc
      .record({
        client: fc.constantFrom('c1', 'c2', 'c3'),
        do: fc.constantFrom('read', 'read', 'write', 'delete'),
        call: fc.nat(12),
        lasts: fc.nat(8),
        open: fc.nat(4).map((draw) => draw === 0),
        value: fc.constantFrom(1, 2),
        answer: fc.constantFrom(null, 1, 2),
      })
      .map(({ client, do: verb, call, lasts, open, value, answer }) => ({
        id: '',
        client,
        do: verb,
        input: verb === 'write' ? { value } : {},
        output: open ? undefined : verb === 'read' ? answer : true,
        call,
        return: open ? null : call + lasts,
      }))
  }
})

/** The oracle: every order of every set that holds all answered operations, checked one by one. */
function someOrderExplains<S>(model: SequentialModel<S>, operations: readonly Operation[]): boolean {
  function extend(state: S, left: readonly Operation[]): boolean {
    if (left.every((operation) => operation.return === null)) return true
    return left.some((operation) => {
      if (left.some((other) => other.return !== null && other.return < operation.call)) return false
      const output = operation.return === null ? undefined : operation.output
      const after = model.step(state, callOf(operation), output)
      return (
        after !== null &&
        extend(
          after,
          left.filter((other) => other !== operation),
        )
      )
    })
  }
  return extend(model.start, operations)
}

/** Twenty writes at once and a read that none of them explains: every set of them has to be tried. */
function hopeless(key: string): Operation[] {
  const writes = Array.from({ length: 20 }, (_, index) => `c${index} 0-100 write ${key} ${index}`)
  return history([...writes, `c99 200-210 read ${key} = 99`].join('\n'))
}

describe('linearizable()', () => {
  it('judges reads, writes and deletes of a run and leaves the rest out', () => {
    const lines = 'c1 0-10 write x 1\nc1 11-12 repair x\nc2 20-30 read x = null'
    const found = linearizable()(runOf(history(lines)))
    expect(found).toMatchObject({ check: 'linearizable', result: 'broken', at: [2, 0] })
  })

  it('knows what an increment leaves', () => {
    const lines = 'c1 0-10 write x 5\nc1 20-30 increment x\nc2 40-50 read x = 6'
    expect(linearizable()(runOf(history(lines))).result).toBe('holds')
    expect(linearizable()(runOf(history(lines.replace('= 6', '= 5')))).result).toBe('broken')
    const lost = 'c1 0-10 increment x\nc2 0-10 increment x\nc1 20-30 read x = 1'
    expect(linearizable()(runOf(history(lost))).result).toBe('broken')
  })

  it('lets a value go once its time to live is over, but not before, and no later value with it', () => {
    const at = (lines: string) =>
      linearizable()(
        runOf(
          history(lines).map((operation) =>
            operation.do === 'write' && (operation.input as { readonly value: Json }).value === 1
              ? { ...operation, input: { key: 'x', value: 1, ttl: 5 } }
              : operation,
          ),
        ),
      ).result
    expect(at('c1 1900-1910 write x 1\nc2 6500-6510 read x = null')).toBe('holds')
    expect(at('c1 1900-1910 write x 1\nc2 5000-5010 read x = null')).toBe('broken')
    expect(at('c1 1900-1910 write x 1\nc2 7000-7010 read x = null\nc2 8000-8010 read x = 1')).toBe('broken')
    expect(at('c1 1900-1910 write x 1\nc1 2000-2010 write x 2\nc2 7000-7010 read x = null')).toBe('broken')
  })

  it('judges no key of which somebody wrote single columns', () => {
    const [wrote, seen] = history('c1 0-10 write x 1\nc2 20-30 read x = 7') as [Operation, Operation]
    const columns = { ...wrote, input: { key: 'x', columns: { a: 1 } } }
    expect(linearizable()(runOf([columns, seen])).result).toBe('vacuous')
  })

  it('is vacuous when nothing was read', () => {
    expect(linearizable()(runOf(history('c1 0-10 write x 1'))).result).toBe('vacuous')
  })

  it('points at events where there is a trace: the answers of the operations', () => {
    const plan = { ...calm, ops: [write(0, 'c1', 'A', 'k', 1), read(100, 'c2', 'B', 'k')] }
    const cut: Fault = { id: 'cut', at: 0, do: 'cut', from: ['A'], to: ['B'] }
    const made = run({ system: tiny, plan: { ...plan, faults: [cut] } }, { record: 'trace' })
    const found = linearizable()(made)
    expect(found.result).toBe('broken')
    expect(found.at.map((index) => made.trace[index])).toMatchObject([
      { type: 'return', op: 'c2-100' },
      { type: 'return', op: 'c1-0' },
    ])
  })
})
