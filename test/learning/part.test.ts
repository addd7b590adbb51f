import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isLearningEvent } from '#learning/event-shapes.ts'
import type { StoredEvent } from '#learning/event.ts'
import { follows, markOf } from '#learning/part.ts'
import { parts } from './parts.ts'
import { happening, start } from './happenings.ts'

it.each(Object.entries(parts))(
  '%s, carried on by each event that follows, is at every length what the whole log amounts to',
  (_name, part) => {
    let carried = 0
    let refused = 0
    fc.assert(
      fc.property(
        fc.array(fc.record({ happening, wait: fc.integer({ min: -40_000, max: 90_000_000 }) }), {
          maxLength: 14,
        }),
        (steps) => {
          const log: StoredEvent[] = []
          let at = start
          let state = part.of(log)
          for (const [index, { happening, wait }] of steps.entries()) {
            at += wait
            const event = { id: `e-${index}`, device: 'e', at, ...happening } as StoredEvent
            const isNext = follows(markOf(log), event)
            log.push(event)
            if (isNext && isLearningEvent(event)) carried += 1
            else refused += 1
            state = isNext && isLearningEvent(event) ? part.after(state, event) : part.of(log)
            expect(state).toEqual(part.of(log))
          }
        },
      ),
      { seed: 61, numRuns: 300 },
    )
    expect(carried).toBeGreaterThan(1000)
    expect(refused).toBeGreaterThan(100)
  },
)
