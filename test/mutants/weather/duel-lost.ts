import type { Weathered } from '../harness/mutant.ts'

/** Clocks that disagree make last-write-wins lose what was acknowledged: the figure must say so when the check does. */
export default {
  weather: (engine) =>
    engine.weather(engine.ring({ timestamps: 'coordinator' }), { kinds: ['clock'], reads: 0.1 }),
  check: ({ checkOf, durable, figuresOf }) =>
    checkOf('lost writes are counted', 'none', (run) => {
      const { result } = durable(run)
      const { lostWrites } = figuresOf(run)
      const agree = result === 'broken' ? lostWrites > 0 : lostWrites === 0
      return { result: agree ? 'holds' : 'broken', why: `${lostWrites} lost, durable ${result}`, at: [] }
    }),
} satisfies Weathered
