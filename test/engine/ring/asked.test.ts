import { describe, expect, it } from 'vitest'
import { scenarioOf } from '#engine/core/registry.ts'
import type { Json } from '#engine/core/types.ts'
import { cluster } from './ring.ts'

type Args = { readonly [name: string]: Json }

/** What is said when a ring is asked so, before anything runs. */
function refusal(operation: string, args: Args): string {
  try {
    cluster().at(0).ask(operation, args)
    return 'taken'
  } catch (error) {
    return (error as Error).message
  }
}

describe('a ring says at once what it was asked wrongly, and what is allowed', () => {
  it.each([
    [
      'a level in lower case',
      'write',
      { key: 'x', value: 1, level: 'quorum' },
      /level: expected one of .*"QUORUM".*received "quorum"/,
    ],
    ['a level that is none', 'read', { key: 'x', level: 'MOST' }, /"LOCAL_QUORUM"/],
    [
      'an argument that nobody knows',
      'read',
      { key: 'x', consistency: 'ONE' },
      /consistency: expected one of the fields key, columns, level/,
    ],
    ['a key that is missing', 'write', { value: 1 }, /key: expected a text/],
    ['a key that is no text', 'read', { key: 5 }, /key: expected a text .*received 5/],
    [
      'a time to live below zero',
      'write',
      { key: 'x', value: 1, ttl: -1 },
      /ttl: expected a whole number from 0 to 630720000/,
    ],
    ['a time to live past twenty years', 'write', { key: 'x', value: 1, ttl: 630_720_001 }, /630720000/],
    [
      'a timestamp that is not whole',
      'write',
      { key: 'x', value: 1, timestamp: 1.5 },
      /timestamp: expected a whole number/,
    ],
    ['columns to read as an object', 'read', { key: 'x', columns: { a: 1 } }, /columns: expected a list/],
    ['ranges that are none', 'repair', { ranges: 'all' }, /"full", "primary"/],
    ['a token that is no number', 'repair', { range: { left: 'A', right: '1' } }, /left: expected a token/],
    ['a sequence that is none', 'repair', { sequence: 'slow' }, /"sequential"/],
    ['hosts that are no list', 'repair', { hosts: 'A' }, /hosts: expected a list/],
    ['a force that is no flag', 'leave', { force: 'yes' }, /force: expected true or false/],
    ['an operation that nobody knows', 'scan', {}, /do: expected one of .*read, write/],
  ] as const)('%s', (_, operation, args, said) => {
    expect(refusal(operation, args as Args)).toMatch(said)
  })

  it('in a plan from a file as well', () => {
    const { plan } = cluster().at(0).write('x', 1)
    const wrong = { ...plan, ops: [{ ...plan.ops[0]!, args: { key: 'x', value: 1, level: 'quorum' } }] }
    expect(() => scenarioOf(wrong)).toThrow(/ops\[0\]\.args\.level/)
    expect(() => scenarioOf(plan)).not.toThrow()
  })

  it('and takes what it knows', () => {
    expect(refusal('write', { key: 'x', columns: { a: 1 }, level: 'EACH_QUORUM', ttl: 5 })).toBe('taken')
    expect(refusal('insert', { key: 'x', columns: {} })).toBe('taken')
    expect(refusal('flush', {})).toBe('taken')
    expect(refusal('repair', { incremental: true, sequence: 'by datacentre', force: true })).toBe('taken')
  })
})
