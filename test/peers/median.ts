/** The median time of a few runs, after one to warm up. */
export function medianMilliseconds(work: () => unknown, runs = 5): number {
  work()
  const times = Array.from({ length: runs }, () => {
    const before = performance.now()
    work()
    return performance.now() - before
  })
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] as number
}
