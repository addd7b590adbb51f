/**
 * Runs a generator to its end without holding the page: after 8 ms of work it lets the browser draw and answer.
 * `onStep` hears what the generator yielded last, about ten times a second. Returns undefined once `signal` is aborted.
 */
export async function inSlices<Step, Result>(
  work: Generator<Step, Result, undefined>,
  onStep: (step: Step) => void,
  signal?: AbortSignal,
): Promise<Result | undefined> {
  let heard = -Infinity
  for (;;) {
    const until = performance.now() + 8
    let next = work.next()
    while (next.done !== true && performance.now() < until) next = work.next()
    if (next.done === true) return next.value
    if (performance.now() - heard > 100) {
      heard = performance.now()
      onStep(next.value)
    }
    await new Promise((resume) => setTimeout(resume))
    if (signal?.aborted === true) return undefined
  }
}
