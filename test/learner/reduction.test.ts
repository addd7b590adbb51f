import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkpointFormat } from '#learner/kept-mark.ts'
import { Reduction } from '#learner/reduction.ts'
import type { StoredEvent } from '#learning/event.ts'
import { markOf } from '#learning/part.ts'
import { memoryStore } from '#storage/memory.ts'
import type { Store } from '#storage/store.ts'
import { parts } from '../learning/parts.ts'
import { happening, start } from '../learning/happenings.ts'

/** A store with a checkpoint of its first events; `reads` counts how often the whole log was read. */
function storeOf(first: readonly StoredEvent[]) {
  const store = memoryStore('refused')
  const after: StoredEvent[] = []
  const told = { reads: 0 }
  const kept: Store = {
    ...store,
    trouble: undefined,
    events: {
      append: (event) => (after.push(event), Promise.resolve()),
      appendAll: (events) => (after.push(...events), Promise.resolve(events.length)),
      all: () => ((told.reads += 1), Promise.resolve([...first, ...after])),
      checkpoint: () => Promise.resolve(),
      since: (names) =>
        Promise.resolve({
          turn: 1,
          count: first.length,
          after: [...after],
          parts: Object.fromEntries(
            names.map((name) => [
              name,
              name === 'mark' ? { ...markOf(first), format: checkpointFormat } : parts[name]!.of(first),
            ]),
          ),
        }),
    },
  }
  return { kept, told }
}

/** The events about exams are a list whose order says nothing. */
const inOrder = (state: unknown): unknown =>
  Array.isArray(state)
    ? (state as StoredEvent[]).toSorted((one, other) => (one.id < other.id ? -1 : 1))
    : state

it('what a page shows is what the whole log amounts to, from any checkpoint, however undos and late events come', async () => {
  const step = fc.record({ happening, wait: fc.integer({ min: -30, max: 200 }), of: fc.nat() })
  let [carried, read] = [0, 0]
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 18 }), fc.nat(6), async (steps, count) => {
      let at = start
      const log = steps.map(({ happening, wait, of }, index): StoredEvent => {
        at += wait
        // An undo takes back something that's there already, mostly; sometimes what is still to come.
        const target = happening.type === 'undone' && index > 0 ? { event: `e-${of % (index + 1)}` } : {}
        return { id: `e-${index}`, device: 'e', at, ...happening, ...target }
      })
      const { kept, told } = storeOf(log.slice(0, count))
      const reduction = new Reduction(kept)
      for (const [name, part] of Object.entries(parts)) await reduction.add(name, part)
      for (let index = count; index < log.length; index++) {
        const before = told.reads
        await kept.events.append(log[index]!)
        await reduction.take([log[index]!])
        if (told.reads === before) carried += 1
        else read += 1
        const all = log.slice(0, index + 1)
        for (const [name, part] of Object.entries(parts))
          expect(inOrder(reduction.state(name))).toEqual(inOrder(part.of(all)))
      }
    }),
    { seed: 62, numRuns: 500 },
  )
  expect(carried).toBeGreaterThan(1000)
  expect(read).toBeGreaterThan(50)
})
