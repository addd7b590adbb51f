import { Fingerprint } from './fingerprint.ts'
import { Misuse, explained } from './misuse.ts'
import { Simulation } from './simulation.ts'
import type { NodeId, NodeState, Run, RunOptions, Scenario, System } from './types.ts'

const defaultBudget = 1_000_000

/**
 * Runs a plan. Pure: the same scenario always gives the same run, in every browser. Nothing is thrown for what a
 * program does wrong: the run then ends with 'error', and `error` has the line.
 */
export function run(scenario: Scenario<System>, options: RunOptions = {}): Run {
  const attempt = simulate(scenario, options, -1)
  const { error } = attempt
  // A run can be repeated exactly: the second time the effect that was misused says where it was made.
  if (error instanceof Misuse && error.effect !== undefined) return simulate(scenario, options, error.effect)
  return attempt
}

function simulate({ system, plan }: Scenario<System>, options: RunOptions, watched: number): Run {
  const simulation = new Simulation(system, plan, options, watched)
  try {
    const ended = simulation.run(options.budget ?? defaultBudget)
    simulation.faults.finish()
    return finished(simulation, ended, undefined)
  } catch (thrown) {
    const error = explained(thrown, simulation.active?.waiting)
    const origin = simulation.watchedEffect?.origin
    if (origin?.stack !== undefined && error instanceof Misuse) error.stack = origin.stack
    const where = simulation.active?.id ?? plan.nodes[0]?.id ?? ''
    if (simulation.recorder.tracing)
      simulation.recorder.text('error', simulation.now, where, error.message, undefined)
    return finished(simulation, 'error', error)
  }
}

function finished(simulation: Simulation, ended: Run['ended'], error: Error | undefined): Run {
  const { plan, history, marks, messages, bytes, events, recorder, order, nodes } = simulation
  const ids = nodes.map(({ id }) => id)
  const final = new Map<NodeId, NodeState>(
    nodes.map(({ id, up, memory, disk }) => [id, { up, memory, disk }]),
  )
  const counters = { messages, bytes, events }
  return {
    plan,
    ended,
    error,
    history,
    marks,
    counters,
    trace: recorder.trace,
    final,
    stateAt: (index) => recorder.stateAt(index, ids),
    hash: () => new Fingerprint().value([ended, history, marks, counters, final]).number(order).hex(),
  }
}
