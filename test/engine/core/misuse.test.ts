import { describe, expect, it } from 'vitest'
import type { Program } from '#engine/core/types.ts'
import { runOf } from './system.ts'

const wrong: readonly [string, Program, RegExp][] = [
  [
    'a forgotten yield*',
    (node) => ({
      *start() {
        node.sleep(10)
        yield* node.sleep(5)
      },
    }),
    /write yield\* node\.sleep/,
  ],
  [
    'a forgotten yield* at the end of a handler',
    (node) => ({
      start() {
        node.call('B', 'x', null)
      },
    }),
    /write yield\* node\.call/,
  ],
  [
    'a plain yield',
    (node) => ({
      *start() {
        yield node.sleep(10) as never
      },
    }),
    /with the star/,
  ],
  [
    'something else yielded',
    () => ({
      *start() {
        yield 5 as never
      },
    }),
    /only yield\* node\.sleep/,
  ],
  [
    'a promise that waits',
    (node) => ({
      async start() {
        await (node.sleep(10) as unknown as Promise<void>)
      },
    }),
    /not async and await/,
  ],
  ['a promise', () => ({ start: async () => 5 }), /not async and await/],
  [
    'a message nobody handles',
    (node) => ({ start: () => node.send('B', 'hello', 1) }),
    /no handler of that name/,
  ],
  ['a node that is not there', (node) => ({ start: () => node.send('Z', 'hello', 1) }), /no node "Z"/],
  ['a pick from nothing', (node) => ({ start: () => node.pick([]) }), /empty list/],
]

describe('a program that does what cannot be repeated', () => {
  it.each(wrong)('ends in an error that says what to write instead: %s', (_, program, text) => {
    const run = runOf(program)
    expect(run.ended).toBe('error')
    expect(run.error!.message).toMatch(text)
    expect(run.trace.at(-1)).toMatchObject({ type: 'error', text: run.error!.message })
  })

  it.each(wrong.slice(0, 3).concat(wrong.filter(([name]) => name === 'a promise that waits')))(
    'names the line where the effect was made: %s',
    (_, program) => {
      expect(runOf(program).error!.stack).toMatch(/misuse\.test\.ts:\d+/)
    },
  )

  it('makes a change in place an error when asked to freeze', () => {
    const program: Program = (node) => ({
      *start() {
        node.disk = { count: { of: 1 } }
        yield* node.sleep(1)
        node.disk.count.of = 2
      },
    })
    expect(runOf(program).ended).toBe('quiet')
    const run = runOf(program, {}, { freeze: true })
    expect(run.error!.message).toMatch(/replaced, never changed in place/)
    expect(run.error!.stack).toMatch(/misuse\.test\.ts/)
  })

  it.each([
    ['a map', (held: Map<string, { of: number }>) => held.set('b', { of: 2 })],
    ['an entry of a map gone', (held: Map<string, { of: number }>) => held.delete('a')],
    ['what a map holds', (held: Map<string, { of: number }>) => (held.get('a')!.of = 2)],
  ])('makes a change in place of %s an error when asked to freeze', (_, change) => {
    const program: Program = (node) => ({
      *start() {
        node.memory = { held: new Map([['a', { of: 1 }]]), names: new Set(['a']) }
        yield* node.sleep(1)
        change((node.memory as { held: Map<string, { of: number }> }).held)
      },
    })
    expect(runOf(program).ended).toBe('quiet')
    const run = runOf(program, {}, { freeze: true })
    expect(run.error!.message).toMatch(/replaced, never changed in place/)
    expect(run.error!.stack).toMatch(/misuse\.test\.ts/)
  })

  it('reads maps and sets of state as before, and makes new ones of them', () => {
    const program: Program = (node) => ({
      *start() {
        node.memory = { held: new Map([['a', 1]]), names: new Set(['a']) }
        yield* node.sleep(1)
        const { held, names } = node.memory as { held: Map<string, number>; names: Set<string> }
        node.memory = { held: new Map([...held, ['b', held.get('a')! + 1]]), names: new Set([...names, 'b']) }
        yield* node.sleep(1)
      },
    })
    const { memory } = runOf(program, {}, { freeze: true }).final.get('A')!
    expect(memory).toEqual({ held: new Map([['a', 1], ['b', 2]]), names: new Set(['a', 'b']) }) // prettier-ignore
  })

  it('makes a change to a message that was sent an error when asked to freeze', () => {
    const program: Program = (node) => ({
      start() {
        if (node.id !== 'A') return
        const list = [1]
        node.send('B', 'tell', { list })
        list.push(2)
      },
      tell: () => undefined,
    })
    expect(runOf(program, {}, { freeze: true }).error!.message).toMatch(/never changed in place/)
  })
})
