import type { Weathered } from '../harness/mutant.ts'

export default {
  weather: (engine) => engine.weather(engine.ring(), { read: 'QUORUM', kinds: ['cut'] }),
  check: ({ checkOf, figuresOf }) =>
    checkOf('the slowest of few is the 99th of a hundred', 'none', (run) => {
      const { answered, p99Ms } = figuresOf(run)
      const served = run.history.filter(({ return: end, output }) => end !== null && !isRefused(output))
      const slowest = Math.max(...served.map(({ call, return: end }) => end! - call))
      const agree = answered === 0 || p99Ms === slowest
      return { result: agree ? 'holds' : 'broken', why: `p99 ${p99Ms} ms, slowest ${slowest} ms`, at: [] }
    }),
} satisfies Weathered

function isRefused(output: unknown): boolean {
  return typeof output === 'object' && output !== null && 'error' in output
}
