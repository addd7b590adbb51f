import type { Mutant } from './harness/mutant.ts'

export default {
  noun: 'run',
  file: 'core/steps.ts',
  find: 'this.#simulation.queue.push(this.#simulation.now + node.clock.duration(effect.ms), rank.timer, effect)\n  }',
  replace: 'this.#simulation.queue.push(this.#simulation.plan.until + 1, rank.timer, effect)\n  }',
  plan: 'core.call-timeout',
} satisfies Mutant
