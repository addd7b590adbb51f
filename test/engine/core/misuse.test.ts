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
