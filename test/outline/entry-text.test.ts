import { expect, it } from 'vitest'
import type { Fault, Op } from '#engine'
import { keptPlans } from '#build/plans.ts'
import { deedText, entrySentence, entryText, faultLabel } from '#outline/entry-text.ts'

const faults: readonly (readonly [Omit<Fault, 'id' | 'at'>, happens: string, deed: string])[] = [
  [{ do: 'crash', node: 'B', disk: 'keep' } as Fault, 'B crashes', 'crash B, disk kept'],
  [{ do: 'restart', node: 'B' } as Fault, 'B starts again', 'restart B'],
  [{ do: 'pause', node: 'B' } as Fault, 'B is paused', 'pause B'],
  [{ do: 'resume', node: 'B' } as Fault, 'B resumes', 'resume B'],
  [
    { do: 'clock', of: 'c2', clock: { offsetMs: 5000 } } as Fault,
    'c2’s clock is now 5 s fast',
    'set c2’s clock 5 s fast',
  ],
  [
    { do: 'cut', from: ['B'], to: ['A', 'C'] } as unknown as Fault,
    'the link between B and A and C is cut',
    'cut B from A and C',
  ],
  [
    { do: 'cut', from: ['B'], to: ['A'], oneWay: true } as unknown as Fault,
    'messages from B no longer reach A',
    'cut the link from B to A',
  ],
  [
    { do: 'mend', from: ['B'], to: ['A'] } as unknown as Fault,
    'the link between B and A heals',
    'heal the link between B and A',
  ],
  [{ do: 'mend', from: [], to: [] } as unknown as Fault, 'all links heal', 'heal all links'],
  [{ do: 'drop', message: 'm' } as Fault, 'the plan drops m', 'drop m'],
  [{ do: 'hold', message: 'm', byMs: 20 } as Fault, 'the plan delays m', 'delay m by 20 ms'],
  [{ do: 'duplicate', message: 'm' } as Fault, 'the plan duplicates m', 'duplicate m'],
]

it('tells each fault as what happens and as what’s to be done, by the same names', () => {
  for (const [fault, happens, deed] of faults) {
    const whole = { id: 'f', at: 0, ...fault } as Fault
    expect([entryText(whole), deedText(whole)]).toEqual([happens, deed])
  }
})

it('says in a sentence what a crash and a pause mean, and begins it with a capital', () => {
  const sentence = (fault: object) => entrySentence({ id: 'f', at: 0, ...fault } as Fault)
  expect(sentence(faults[0]![0])).toBe('B crashes: its memory is lost, its disk survives.')
  expect(sentence(faults[2]![0])).toBe('B is paused: it’s running, but does nothing.')
  expect(sentence(faults[4]![0]), 'a name keeps its letters').toBe('c2’s clock is now 5 s fast.')
  expect(sentence(faults[8]![0])).toBe('All links heal.')
})

it('tells a request in plain words, in the words of a story, or as what’s to be done', () => {
  const args = { key: 'row 3', value: 'no nuts', level: 'QUORUM' }
  const op = { id: 'o', at: 0, client: 'waiter', coordinator: 'A', do: 'write', args } as Op
  expect(entryText(op)).toBe('the waiter asks A to write row 3 = no nuts at QUORUM')
  expect(entryText({ ...op, do: 'repair', args: { full: true } })).toBe(
    'the waiter asks A for “repair (full: true)”',
  )
  expect(deedText(op)).toBe('write row 3 = no nuts at A, QUORUM')
  const words = { client: (id: string) => id.toUpperCase(), request: () => 'a guest is hungry' }
  expect(entryText(op, words)).toBe('a guest is hungry')
  const clock = { id: 'f', at: 0, do: 'clock', of: 'c2', clock: { offsetMs: 0 } } as Fault
  expect(entryText(clock, words)).toBe('C2’s clock is now right')
})

it('tells every entry of every saved plan, and never names one that isn’t in it', () => {
  let count = 0
  for (const { plan } of keptPlans().values())
    for (const entry of [...plan.ops, ...plan.faults]) {
      count++
      const texts = [entryText(entry), deedText(entry), ...('client' in entry ? [] : [faultLabel(entry)])]
      for (const text of texts) expect(text).not.toMatch(/undefined|\[object|\bNaN\b/)
    }
  expect(count).toBeGreaterThan(200)
})
