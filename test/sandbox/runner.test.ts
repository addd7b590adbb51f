import { describe, expect, it } from 'vitest'
import type { Isolation } from '#sandbox/isolation.ts'
import { itemText } from '#sandbox/format.ts'
import { limits } from '#sandbox/limits.ts'
import { startRun, type RunEnd } from '#sandbox/runner.ts'

/** A run whose worker and clock are played by the test. */
function played() {
  let say: (message: unknown) => void = () => {}
  const log: string[] = []
  const due: { callback: () => void; ms: number }[] = []
  const isolation: Isolation = {
    kind: 'frame',
    begin(_script, listen) {
      say = listen
      return () => log.push('worker ended')
    },
  }
  const stop = startRun(
    { script: '', lines: [{ name: 'cell', firstLine: 10, lineCount: 5 }] },
    isolation,
    {
      item: (item) => log.push(itemText(item)),
      value: (name, value) => log.push(`${name} = ${value}`),
      ended: ({ state, neverBegan }: RunEnd) => log.push(neverBegan ? `${state}, never began` : state),
    },
    limits.timeMs,
    {
      set(callback, ms) {
        const timer = { callback, ms }
        due.push(timer)
        return timer
      },
      clear(timer) {
        const index = due.indexOf(timer as (typeof due)[number])
        if (index !== -1) due.splice(index, 1)
      },
    },
  )
  const text = (line: string) => ({ type: 'item', item: { type: 'notice', text: line } })
  return { say: (message: unknown) => say(message), text, log, due, stop }
}

describe('startRun(assembled, isolation, listener)', () => {
  it('passes on items and values and ends once', () => {
    const { say, text, log, due } = played()
    say({ type: 'started' })
    say(text('one'))
    say({ type: 'value', name: 'x', value: 3 })
    say({ type: 'done' })
    say(text('after the end'))
    say({ type: 'failed' })
    expect(log).toEqual(['one', 'x = 3', 'worker ended', 'done'])
    expect(due).toEqual([])
  })

  it('stops at the time limit, which runs from the worker’s first word', () => {
    const { say, text, log, due } = played()
    expect(due.map(({ ms }) => ms)).toEqual([limits.silenceMs])
    say({ type: 'started' })
    expect(due.map(({ ms }) => ms)).toEqual([limits.timeMs])
    // A second "started" doesn't wind the clock again.
    say({ type: 'started' })
    expect(due).toHaveLength(1)
    say(text('one'))
    due[0]?.callback()
    expect(log).toEqual([
      'one',
      'worker ended',
      'Stopped after 2\u00a0s, the limit for a cell. Is there an infinite loop?',
      'stopped',
    ])
  })

  it('says that it never began when the worker is silent or cannot start', () => {
    const silent = played()
    silent.due[0]?.callback()
    expect(silent.log.at(-1)).toBe('failed, never began')
    const broken = played()
    broken.say({ type: 'broken', text: 'SecurityError' })
    expect(broken.log.at(-1)).toBe('failed, never began')
  })

  it('takes a worker that breaks at a cell’s line for the cell’s error', () => {
    const { say, log } = played()
    say({
      type: 'broken',
      text: "Uncaught SyntaxError: Identifier 'a' has already been declared",
      line: 12,
      column: 5,
    })
    expect(log).toEqual(['worker ended', "SyntaxError: Identifier 'a' has already been declared", 'failed'])
  })

  it('stops what floods and what sends anything but output', () => {
    for (const message of [{ type: 'flooded' }, { type: 'unreadable' }, { type: 'own' }, 'junk', null]) {
      const { say, log } = played()
      say({ type: 'started' })
      say(message)
      expect(log.at(-1)).toBe('stopped')
    }
  })

  it('stops when the reader says so, and is deaf after it', () => {
    const { say, text, log, stop } = played()
    say({ type: 'started' })
    say(text('one'))
    stop()
    say(text('two'))
    stop()
    expect(log).toEqual(['one', 'worker ended', 'Stopped.', 'stopped'])
  })
})
