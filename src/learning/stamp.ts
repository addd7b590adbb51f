import type { Happening, LearningEvent } from './event.ts'

/** A clock that is this far behind what was done before is right, and the one before it was wrong. */
export const oddMs = 7 * 24 * 3600 * 1000

/**
 * Gives each happening its stamp. `name` is the device's; `now` its clock in milliseconds; `latest` the time of the latest
 * event known. A clock that was set back puts nothing before what was done already: first and last go by time.
 */
export function stamper(
  name: string,
  now: () => number,
  latest: () => number = () => -Infinity,
): (happening: Happening) => LearningEvent {
  /** The clock's time, or just after what's known; undefined where one of the two is wrong. */
  const after = (clock: number, known: number): number | undefined =>
    clock > known ? clock : known - clock < oddMs ? known + 1 : undefined
  let count = 0
  let before = -Infinity
  return (happening) => {
    const clock = now()
    const at = after(clock, Math.max(before, latest())) ?? after(clock, before) ?? clock
    before = at
    return { id: `${name}-${(count += 1)}`, device: name, at, ...happening }
  }
}
