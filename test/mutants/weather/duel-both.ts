import type { Weathered } from '../harness/mutant.ts'

export default {
  weather: (engine) => engine.weather(engine.ring(), { kinds: ['crash'], operations: 4 }),
  check: ({ checkOf, duel }) =>
    checkOf('both meet the same', 'none', ({ plan }) => {
      const made = duel(plan)
      const sides = [made.ring, made.replicaSet].map(({ run }) =>
        JSON.stringify([run.plan.ops, run.plan.faults]),
      )
      const agree = sides.every((side) => side === JSON.stringify([plan.ops, plan.faults]))
      return { result: agree ? 'holds' : 'broken', why: agree ? 'the same' : 'not the same', at: [] }
    }),
} satisfies Weathered
