/** How many engine runs are on, one inside another. */
let depth = 0

/** Which of the cell's runs is on, from 1, while it's one that is watched. */
let watched: number | undefined
let count = 0

/** The number of the run that a program is in; undefined outside, and in searches and drawings, which nobody follows. */
export function currentRun(): number | undefined {
  return watched
}

/** Calls `work` as {@link whileRunning} does, as the next of the cell's numbered runs; gives its number too. */
export function whileFollowed<T>(work: () => T): readonly [result: T, run: number] {
  const before = watched
  const run = ++count
  watched = run
  try {
    return [whileRunning(work), run]
  } finally {
    watched = before
  }
}

/** True while the engine calls a program of the learner's: nothing outside the run may then be asked or set going. */
export function isRunning(): boolean {
  return depth > 0
}

/** Calls `work` as an engine run: until it returns, the world's clocks and dice are closed to the cell. */
export function whileRunning<T>(work: () => T): T {
  depth++
  try {
    return work()
  } finally {
    depth--
  }
}

/** @throws TypeError that says how a scenario is made, for what is none */
export function needScenario(value: unknown): void {
  const { system, plan } = (value ?? {}) as { system?: { program?: unknown }; plan?: { nodes?: unknown } }
  if (typeof system?.program !== 'function' || !Array.isArray(plan?.nodes))
    throw new TypeError(
      'run takes what plan(...) makes, such as run(plan(ring()).at(10).write("key", 1)). It got something else.',
    )
}

/** @throws RangeError for a number of seeds that is none */
export function needSeeds(options: { readonly seeds: number }): void {
  const { seeds } = options ?? {}
  if (!Number.isInteger(seeds) || seeds < 1)
    throw new RangeError(`search takes { seeds: 1000 }, a whole number from 1; it got ${String(seeds)}`)
}
