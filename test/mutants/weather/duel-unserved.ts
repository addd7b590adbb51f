import type { Weathered } from '../harness/mutant.ts'

export default {
  weather: (engine) => engine.weather(engine.ring(), { read: 'ALL', write: 'ALL', kinds: ['crash', 'cut'] }),
  check: ({ checkOf, figuresOf, patienceMs }) =>
    checkOf('who waits in vain is counted', 'none', (run) => {
      const isSlow = run.history.some(({ call, return: end }) => (end ?? Infinity) - call > patienceMs)
      const { unavailableMs } = figuresOf(run)
      const agree = !isSlow || unavailableMs > 0
      return { result: agree ? 'holds' : 'broken', why: `unserved for ${unavailableMs} ms`, at: [] }
    }),
} satisfies Weathered
