/** How many engine runs are on, one inside another. */
let depth = 0

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
