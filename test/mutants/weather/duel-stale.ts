import type { Weathered } from '../harness/mutant.ts'

export default {
  weather: (engine) => engine.weather(engine.ring(), { read: 'ONE', write: 'ONE', kinds: ['cut'] }),
  check: ({ checkOf, freshReads, figuresOf }) =>
    checkOf('stale reads are counted', 'none', (run) => {
      const { result } = freshReads(run)
      const { staleReads } = figuresOf(run)
      const agree = result === 'broken' ? staleReads > 0 : staleReads === 0
      return { result: agree ? 'holds' : 'broken', why: `${staleReads} stale, fresh reads ${result}`, at: [] }
    }),
} satisfies Weathered
